import { acceptedArea, mappingsArea, stateArea, stateKeys, type StateKey } from '../geometry.ts';
import { plainRegion, type SheetLayout, type SheetNames } from '../layout.ts';

/** What the template says of itself, and the attempt of the next submission. */
export type TemplateState = Readonly<Record<StateKey, string>>;

/**
 * The very hidden State sheet: which plan and profile the template is for, and what stands between two submissions.
 * It holds no address, no key and no member data: where a submission goes comes from the signed plan registry alone, and
 * of imported lists it keeps headers and where their columns went.
 * It is not protected, because the pane writes to it outside install and Repair.
 */
export function stateSheet(names: SheetNames, state: TemplateState): SheetLayout {
  return {
    role: 'state',
    name: names.state,
    visibility: 'veryHidden',
    tabColor: null,
    gridlines: true,
    columns: [20, 70, 10, 16, 10, 70].map((width) => ({ width, hidden: false })),
    rowHeights: [],
    regions: [
      {
        ...plainRegion,
        area: { row: 0, column: 0, rows: 1, columns: 6 },
        numberFormat: '@',
        contents: { kind: 'values', values: [['Key', 'Value', '', 'Accepted invoices', '', 'Imported lists']] },
      },
      {
        ...plainRegion,
        area: stateArea,
        numberFormat: '@',
        locked: false,
        contents: { kind: 'values', values: stateKeys.map((key) => [key, state[key]]) },
      },
      { ...plainRegion, area: acceptedArea, numberFormat: '@', locked: false },
      { ...plainRegion, area: mappingsArea, numberFormat: '@', locked: false },
    ],
    conditionalFormats: [],
    freeze: null,
    protection: null,
    autoFilter: null,
    image: null,
  };
}
