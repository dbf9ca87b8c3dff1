import type { HeldCode, NoteCode } from './notes.ts';

/** What was written otherwise than the invoice says, in a sentence for the plan's staff. */
export const noteWords: Readonly<Record<NoteCode, string>> = {
  MEMBER_SEX_ASSUMED: "No eligibility file says the member's sex: the plan's setting stands for it (DMG03).",
  MEMBER_STATE_ASSUMED: 'The invoice has no state: CA, with which the ZIP code agrees (N402).',
  MEMBER_STATE_DOUBTFUL: 'The invoice has no state: CA, although the ZIP code is not in California (N402).',
  MEMBER_PLACE_FROM_ELIGIBILITY: 'City, state and ZIP code of a homeless member come from the eligibility file.',
  MEMBER_PLACE_FROM_PROVIDER: 'City, state and ZIP code of a homeless member are those of the billing provider.',
  PROVIDER_ZIP_EXTENDED: "The ZIP code has five digits: the plan's four stand behind it (N403).",
  BILLING_STREET_UNKNOWN: 'A post office box where a street is due (2010AA): name the street in encounters.json.',
  BILLING_PHONE_LEFT_OUT: 'The phone number does not have ten digits, and is left out.',
  RENDERING_PROVIDER_LEFT_OUT: 'No NPI of its own: the billing provider stands for the rendering provider.',
  RENDERING_PROVIDER_BY_NAME: 'The rendering provider goes by its name, without an NPI.',
  TEXT_TRANSLITERATED: 'Letters that an 837 does not have were written with those that it has.',
  RENDERING_PROVIDER_NOT_A_PERSON:
    'An 837I names only a person with an NPI as rendering provider: a site with an NPI is named as the place instead.',
  INSTITUTION_AS_PROFESSIONAL:
    'An institution, and encounters.json lacks what an 837I needs: the test file is an 837P.',
  CLAIM_SPLIT: 'More lines than a claim holds, or in an 837I several authorizations: several claims.',
  CLAIM_NUMBER_TAKEN: 'Another provider has the same invoice number: a letter tells the claims apart (CLM01).',
  NOT_ADJUDICATED: 'The plan has not decided yet: the test file has no paid amounts.',
};

/** Why an invoice is not in the file, and what to do. */
export const heldWords: Readonly<Record<HeldCode, string>> = {
  ADJUDICATION_MISSING: 'The plan has not decided yet: it goes into a file after the decision.',
  ADJUDICATION_NOT_BY_LINE:
    'The decision is on the invoice as a whole: load it again with a row for each line, and its adjustments.',
  ADJUDICATION_UNBALANCED:
    "The decision's amounts do not come to the charge of each line, or it is on lines that the invoice does not have.",
  REVENUE_CODE_MISSING: 'encounters.json has no revenue code of one of its services (SV201).',
  ORIGINAL_REFERENCE_MISSING: "The receiver's number of what is replaced or voided is missing, one for each claim.",
  DUPLICATE_SERVICE: 'One of its services is in a file already: DHCS would refuse the whole encounter.',
  REPORTED_BEFORE:
    'One of its services went out with an earlier production file: DHCS would refuse it as a duplicate. Correct it with --corrections, or say --again where that file was lost or came back.',
  NOT_ACCEPTABLE: 'A cell is not as the rules want it: check the invoice again.',
};
