import type { Requirement } from './requirement.ts';

const homeless = { memberHomelessnessIndicator: '1', memberAddress: 'HOMELESS' } as const;

/** Elements 21 to 29: who received the service. */
export const memberRequirements: readonly Requirement[] = [
  {
    key: 'E21.1',
    text: 'The CIN is there: eight digits and a capital letter.',
    codes: ['REQUIRED', 'MEMBER_CIN_FORMAT'],
    note: 'Any letter is taken: no source says which are given out. A small letter has a repair.',
  },
  { key: 'E21.2', text: 'Another first digit than 9 is worth a look.', codes: ['MEMBER_CIN_FIRST_DIGIT'] },
  {
    key: 'E21.3',
    text: 'Of the fourteen characters of a card number the first nine are offered.',
    codes: ['MEMBER_CIN_FORMAT'],
    note: 'The repair is CARD_NUMBER.',
  },
  { key: 'E22.1', text: 'The medical record number may be blank.', allows: { medicalRecordNumber: '' } },
  { key: 'E22.2', text: 'It has at most 50 characters.', codes: ['TEXT_LENGTH'] },
  { key: 'E23.1', text: "The member's first name is there.", codes: ['REQUIRED'] },
  { key: 'E23.2', text: 'It has at most 35 characters.', codes: ['TEXT_LENGTH'] },
  { key: 'E24.1', text: "The member's last name is there.", codes: ['REQUIRED'] },
  { key: 'E24.2', text: 'It has at most 60 characters.', codes: ['TEXT_LENGTH'] },
  { key: 'E25.1', text: 'The homelessness indicator is 1 or blank.', codes: ['HOMELESSNESS_INDICATOR'] },
  {
    key: 'E25.2',
    text: '0, N and Y are refused, and the biller is told what to enter.',
    codes: ['HOMELESSNESS_INDICATOR'],
    note: 'No repair: the answer is in another code, and only the biller can tell what is meant.',
  },
  {
    key: 'E25.3',
    text: 'Blank is an answer, although the element is required.',
    allows: { memberHomelessnessIndicator: '' },
  },
  {
    key: 'E26.1',
    text: 'The address is there; HOMELESS stands for it only where the indicator is 1.',
    codes: ['REQUIRED', 'HOMELESS_ADDRESS_WITHOUT_INDICATOR'],
    allows: homeless,
  },
  {
    key: 'E26.2',
    text: 'Where the indicator is 1 and the address is blank, HOMELESS is offered.',
    codes: ['HOMELESS_ADDRESS_BLANK'],
    note: 'In the words of the finding. It is no repair of form: the address where the member is found is as good.',
  },
  {
    key: 'E26.3',
    text: 'Where the indicator is 1, a real address is as good.',
    allows: { memberHomelessnessIndicator: '1' },
  },
  {
    key: 'E27.1',
    text: 'The city may be blank only where the indicator is 1.',
    codes: ['REQUIRED'],
    allows: { ...homeless, memberCity: '' },
  },
  { key: 'E27.2', text: 'Otherwise it is there.', codes: ['REQUIRED'] },
  {
    key: 'E28.1',
    text: 'The ZIP code may be blank only where the indicator is 1.',
    codes: ['REQUIRED'],
    allows: { ...homeless, memberZip: '' },
  },
  { key: 'E28.2', text: 'Otherwise it has five or nine digits.', codes: ['REQUIRED', 'ZIP_FORMAT'] },
  {
    key: 'E29.1',
    text: 'The date of birth is a day of the calendar as MM/DD/YYYY.',
    codes: ['REQUIRED', 'DATE_FORMAT', 'DATE_TWO_DIGIT_YEAR'],
  },
  { key: 'E29.2', text: 'It is not after the start of the service.', codes: ['BIRTH_AFTER_SERVICE'] },
  { key: 'E29.3', text: 'It is not after today.', codes: ['BIRTH_IN_FUTURE'] },
  { key: 'E29.4', text: 'An age above 120 years is worth a look.', codes: ['BIRTH_LONG_AGO'] },
];
