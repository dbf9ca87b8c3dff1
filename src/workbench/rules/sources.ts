import type { RuleBasis } from './rule.ts';

/** Host of Microsoft's documentation. */
export const learn = 'https://learn.microsoft.com';

export const document = (title: string, section: string): RuleBasis => ({ document: title, section });

/** A member of Excel's object model in the VBA reference. */
export const vba = (member: string): RuleBasis =>
  document(
    `${member} (Excel), VBA reference`,
    `${learn}/office/vba/api/excel.${member.split(' ')[0]?.toLowerCase() ?? ''}`,
  );

export const assumed = (assumption: string, probe?: string): RuleBasis => ({
  assumption,
  ...(probe === undefined ? {} : { probe }),
});

export const limits = document(
  'Excel limits for worksheets and workbooks, Microsoft Support',
  'https://support.microsoft.com/office/c13798fc-f1d5-4e73-998d-c02268bc65ae',
);
