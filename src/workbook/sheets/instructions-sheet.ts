import type { PlanProfile } from '../../plan/profile.ts';
import { plainRegion, type CellStyle, type Region, type SheetLayout, type SheetNames } from '../layout.ts';
import { sheetProtection, templateStyle, titleHeight, wrappedHeight } from './style.ts';

/** The words of the Instructions sheet: a heading, or a paragraph under it. Guidance section 3: clear instruction. */
function instructionLines(
  profile: PlanProfile,
  names: SheetNames,
): readonly (readonly [kind: 'heading' | 'text', string])[] {
  const { support } = profile;
  return [
    ['heading', 'What this workbook is for'],
    [
      'text',
      `It sends invoices for Enhanced Care Management and Community Supports to ${profile.name}. Each line is one service. Lines with the same invoice number are one invoice: one member, one site, one day.`,
    ],
    ['heading', 'Once'],
    [
      'text',
      `1. On ${names.setup}, enter your organization and the sites that give the services. Answer whether you can send 837 claims.`,
    ],
    ['text', `2. On ${names.members}, enter or paste your members, one row each.`],
    ['heading', 'Every month'],
    [
      'text',
      `3. On ${names.invoice}, choose the member's CIN and the service, and enter the day, the units, the place, the diagnoses and your ten-digit invoice number. Gray cells fill themselves.`,
    ],
    ['text', 'A red cell is missing or not well-formed. Click a cell to read what belongs there.'],
    [
      'text',
      '4. In the CalAIM Invoice pane, choose Check. An amber cell has something to mend; the Check column and the pane say what.',
    ],
    [
      'text',
      '5. In the pane, choose Submit. The receipt is written on the Receipts sheet. It is your proof that the plan has your invoices.',
    ],
    ['heading', 'The pane'],
    [
      'text',
      'Open it with CalAIM Invoice on the Home tab. It sorts, inserts, deletes and moves lines, because Excel does not on a protected sheet.',
    ],
    ['text', 'Without a network you can go on filling in. Only sending waits until you are online again.'],
    ['text', 'If Excel opened this workbook in Protected View, choose Enable Editing first.'],
    ['heading', 'Hidden columns'],
    [
      'text',
      'Your own address and the sites’ addresses (elements 1 to 12 and 14 to 20) are filled in but hidden. To see them, use the switch in the pane, or select the columns on both sides, right-click and choose Unhide.',
    ],
    ['heading', 'Copy and paste'],
    [
      'text',
      'Use Paste Special, Values. An ordinary paste can take away lists and formats. If that happened, choose Repair in the pane: your entries stay.',
    ],
    ['heading', 'Keep members’ information safe'],
    [
      'text',
      'This workbook holds health information. Keep it where your organization keeps such files, and do not send it by ordinary e-mail. No member’s name belongs in its file name.',
    ],
    ['heading', 'Help'],
    ['text', `${support.name}: ${support.phone}, ${support.email}. ${support.hours}.`],
  ];
}

/** The Instructions sheet, with the plan's brand and contact. */
export function instructionsSheet(profile: PlanProfile, names: SheetNames): SheetLayout {
  const style = templateStyle(profile);
  const firstRow = 4;
  const width = 110;
  const lines = instructionLines(profile, names);
  const line = (row: number, words: string, lineStyle: CellStyle): Region => ({
    ...plainRegion,
    area: { row, column: 0, rows: 1, columns: 1 },
    contents: { kind: 'values', values: [[words]] },
    style: lineStyle,
  });
  return {
    role: 'instructions',
    name: names.instructions,
    visibility: 'visible',
    tabColor: profile.brand.color,
    gridlines: false,
    columns: [{ width, hidden: false }],
    rowHeights: [
      { row: 3, rows: 1, height: titleHeight },
      ...lines.map(([kind, words], offset) => ({
        row: firstRow + offset,
        rows: 1,
        height: kind === 'heading' ? 22 : wrappedHeight(words, width),
      })),
    ],
    regions: [
      line(3, `Invoices to ${profile.name}`, style.title),
      ...lines.map(([kind, words], offset) =>
        line(
          firstRow + offset,
          words,
          kind === 'heading'
            ? { bold: true, size: 12, color: profile.brand.color }
            : { wrap: true, color: '#202020', vertical: 'center' },
        ),
      ),
    ],
    conditionalFormats: [],
    freeze: null,
    protection: sheetProtection,
    autoFilter: null,
    image: {
      name: 'Plan logo',
      png: profile.brand.logo.slice(profile.brand.logo.indexOf(',') + 1),
      alternativeText: `Logo of ${profile.name}`,
      row: 0,
      column: 0,
      height: 42,
    },
  };
}
