import * as z from 'zod';

/** Files of a plan that submissions are compared with. All of them are optional. */
export const planFileKinds = ['roster', 'eligibility', 'authorizations'] as const;

/** A file of a plan that submissions are compared with. */
export type PlanFileKind = (typeof planFileKinds)[number];

/** Headers of each list, in any order; other columns are passed over. */
export const planFileHeaders = {
  roster: { npi: 'NPI', tin: 'TIN', address: 'Address', city: 'City', state: 'State', zip: 'ZIP' },
  /** CIN, Sex, City, State and ZIP are those of the list of members that 837s are written with. */
  eligibility: {
    cin: 'CIN',
    from: 'Eligible From',
    through: 'Eligible Through',
    sex: 'Sex',
    city: 'City',
    state: 'State',
    zip: 'ZIP',
  },
  authorizations: {
    number: 'Authorization Number',
    cin: 'CIN',
    npi: 'Provider NPI',
    procedureCode: 'Procedure Code',
    modifiers: 'Modifiers',
    from: 'Valid From',
    through: 'Valid Through',
    units: 'Units',
  },
} as const satisfies Readonly<Record<PlanFileKind, Readonly<Record<string, string>>>>;

/** Rows that a list has at most. */
export const mostPlanFileRows = 200_000;

/** What may be wrong with a list, in a sentence for the plan's staff. Codes are stable. */
export const planFileFaults = {
  NOT_A_LIST: 'This is no CSV: a quotation mark never closes, or it is a file of another kind. Save it as CSV.',
  HEADER_MISSING: 'The first row has no such header.',
  HEADER_REPEATED: 'The first row has this header twice.',
  NO_ROWS: 'There is no row below the headers.',
  TOO_MANY_ROWS: 'A list has at most 200,000 rows.',
  TOO_LARGE: 'The list takes more memory or time than a list of 200,000 rows would: look for rows without an end.',
  CELL_LONG: 'A cell has at most 200 characters.',
  NPI_FORM: 'Not an NPI: ten digits, the last of which is the check digit.',
  TIN_FORM: 'Not a tax number: nine digits.',
  SITE_FORM: 'A site has its address and its ZIP code, or neither.',
  ZIP_FORM: 'Not a ZIP code: five digits, or nine.',
  CIN_FORM: 'Not a CIN: eight digits and a letter.',
  SEX_FORM: 'Not F, M or U. Leave the cell blank where it is not known.',
  DATE_FORM: 'Not a date: MM/DD/YYYY.',
  DATES_REVERSED: 'The last day is before the first.',
  NUMBER_FORM: 'Not an authorization number: 1 to 50 letters, digits and marks.',
  CODE_FORM: 'Not a procedure code: a letter and four digits.',
  MODIFIERS_FORM: 'Not modifiers: two letters or digits each, with a space before the next one.',
  MODIFIERS_ALONE: 'Modifiers without their procedure code.',
  UNITS_FORM: 'Not a number of units. Leave the cell blank where units are not limited.',
  ROW_REPEATED:
    'The same authorization, member, provider, service and days stand further up: put the units into one row.',
  TOO_MANY_ALIKE: 'More than 1,000 rows have this NPI, CIN or authorization number.',
} as const;

/** What may be wrong with a list. */
export type PlanFileFaultCode = keyof typeof planFileFaults;

/** A list that the plan, or a delegate of it, has loaded. It never holds what stands in it. */
export const planFileSchema = z.object({
  kind: z.enum(planFileKinds),
  planId: z.string(),
  /** The delegate whose list it is, for the providers that it looks after; null for the plan's own. */
  delegate: z.string().nullable(),
  rows: z.int().positive(),
  /** RFC 3339. */
  loadedAt: z.iso.datetime(),
  /** Subject of who loaded it. */
  loadedBy: z.string(),
});

/** Answer to `GET /v1/plan-files`. */
export const planFileListSchema = z.object({ files: z.array(planFileSchema) });

/** A list that the plan, or a delegate of it, has loaded. */
export type PlanFileDescription = z.infer<typeof planFileSchema>;
/** The lists of a plan. */
export type PlanFileList = z.infer<typeof planFileListSchema>;
