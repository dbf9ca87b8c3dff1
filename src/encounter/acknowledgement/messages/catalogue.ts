import type { adjustmentReasons, remarkCodes } from '../codes/adjustment-codes.ts';
import type { FixCode } from '../codes/code-facts.ts';
import type { statusCategories, statusCodes } from '../codes/status-codes.ts';
import type {
  elementErrors,
  groupErrors,
  interchangeNotes,
  segmentErrors,
  transactionErrors,
} from '../codes/syntax-codes.ts';

/** A sentence for each code of a list. */
type Sentences<List> = Readonly<Record<keyof List, string>>;

/**
 * All words of one language on what receivers say: a sentence of our own for each code. A code without words does not
 * compile. In what to do, `{element}` stands for the header of a column and `{code}` for the receiver's own code.
 */
export interface AcknowledgementCatalogue {
  readonly interchangeNotes: Sentences<typeof interchangeNotes>;
  readonly groupErrors: Sentences<typeof groupErrors>;
  readonly transactionErrors: Sentences<typeof transactionErrors>;
  readonly segmentErrors: Sentences<typeof segmentErrors>;
  readonly elementErrors: Sentences<typeof elementErrors>;
  readonly statusCategories: Sentences<typeof statusCategories>;
  readonly statusCodes: Sentences<typeof statusCodes>;
  readonly adjustmentReasons: Sentences<typeof adjustmentReasons>;
  readonly remarkCodes: Sentences<typeof remarkCodes>;
  /** For a code that this version does not know. */
  readonly unknownCode: string;
  /** Which list a code is of, and the code, as the title of a finding. */
  readonly titles: {
    readonly interchange: string;
    readonly group: string;
    readonly transaction: string;
    readonly segment: string;
    readonly element: string;
    readonly status: string;
    readonly adjustment: string;
    readonly remark: string;
  };
  readonly fixes: Readonly<Record<FixCode, string>>;
}
