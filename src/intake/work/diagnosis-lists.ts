import { parseDiagnosisList, printDiagnosisList, type DiagnosisList } from '../../guidance/diagnosis-list.ts';
import {
  identifyDiagnosisLists,
  type DiagnosisListIdentity,
  type IdentifiedDiagnosisList,
} from '../../plan/diagnosis-lists.ts';

/** The lists of ICD-10-CM by plan, for those who check. */
export type PlanDiagnosisLists = ReadonlyMap<string, readonly IdentifiedDiagnosisList[]>;

/** The same as a thread is given it when it starts: objects with private parts cannot be sent. */
export type PackedDiagnosisLists = ReadonlyMap<
  string,
  readonly { readonly identity: DiagnosisListIdentity; readonly text: string }[]
>;

/** Works out the fingerprints of all plans' lists. */
export async function identifyByPlan(
  lists: ReadonlyMap<string, readonly DiagnosisList[]>,
): Promise<PlanDiagnosisLists> {
  return new Map(
    await Promise.all(
      [...lists].map(async ([planId, ofPlan]) => [planId, await identifyDiagnosisLists(ofPlan)] as const),
    ),
  );
}

/** Lists on their way to a thread. */
export function packDiagnosisLists(lists: PlanDiagnosisLists): PackedDiagnosisLists {
  return new Map(
    [...lists].map(([planId, ofPlan]) => [
      planId,
      ofPlan.map(({ identity, list }) => ({ identity, text: printDiagnosisList(list) })),
    ]),
  );
}

/** Lists in the thread. @throws TypeError where a text is no list, which packing cannot give */
export function unpackDiagnosisLists(packed: PackedDiagnosisLists): PlanDiagnosisLists {
  return new Map(
    [...packed].map(([planId, ofPlan]) => [
      planId,
      ofPlan.map(({ identity, text }): IdentifiedDiagnosisList => {
        const list = parseDiagnosisList(text);
        if (list === null) throw new TypeError('A list did not survive its way to a thread');
        return { identity, list };
      }),
    ]),
  );
}
