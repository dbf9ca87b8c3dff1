import { elements, type ElementKey } from '../elements.ts';
import type { Catalogue } from './catalogue.ts';
import { planFilesInEnglish } from './plan-files-english.ts';

/** Words in English. */
export const english: Catalogue = {
  rules: {
    REQUIRED: {
      title: 'Required cell is blank',
      message: '{element} is required, and the cell is blank.',
      fix: 'Fill in the cell. If it fills itself, complete the Setup or Members sheet.',
    },
    HOMELESS_ADDRESS_BLANK: {
      title: 'Address is blank',
      message: 'The member is marked as homeless, and the address is blank.',
      fix: 'Enter HOMELESS as the address, or the address where the member can be found.',
    },
    HOMELESS_ADDRESS_WITHOUT_INDICATOR: {
      title: 'HOMELESS without the indicator',
      message: 'The address says HOMELESS, but the Member Homelessness Indicator is not 1.',
      fix: "Enter 1 in the Member Homelessness Indicator, or enter the member's address.",
    },
    CONTROL_NUMBER_BLANK: {
      title: 'Control number is blank',
      message: 'You and the plan have agreed on a Control Number for each invoice, and the cell is blank.',
      fix: 'Enter the next number of your sequence. Without it the invoice is still taken.',
    },
    AUTHORIZATION_BLANK: {
      title: 'Authorization number is blank',
      message: 'The plan looks for an Authorization Number on this service, and the cell is blank.',
      fix: "Enter the number from the plan's authorization. Without it the invoice is still taken.",
    },
    NPI_FORMAT: {
      title: 'Not an NPI',
      message: '{element} has to be ten digits, the first of them 1 or 2.',
      fix: 'Enter the ten digits of the National Provider Identifier, without spaces or dashes.',
    },
    NPI_CHECK_DIGIT: {
      title: 'NPI has a typing error',
      message: 'The last digit of {element} does not fit the others, so at least one digit is wrong.',
      fix: 'Compare the number with the one in the NPI registry and correct it.',
    },
    TIN_FORMAT: {
      title: 'Not a tax number',
      message: '{element} has to be nine digits.',
      fix: 'Enter the nine digits of the federal tax number, without the hyphen.',
    },
    TIN_SAME_DIGITS: {
      title: 'Not a real tax number',
      message: '{element} is one digit nine times, and no such number exists.',
      fix: 'Enter the federal tax number of the provider.',
    },
    TIN_PREFIX: {
      title: 'Unusual tax number',
      message: '{element} begins with two digits that the IRS is not known to give to organizations.',
      fix: 'Compare it with your tax papers. If it is right, leave it.',
    },
    PHONE_FORMAT: {
      title: 'Not a phone number',
      message: '{element} may hold digits only, at most ten.',
      fix: 'Enter area code and number without dashes, brackets or spaces.',
    },
    PHONE_LENGTH: {
      title: 'Short phone number',
      message: '{element} has fewer than ten digits.',
      fix: 'Enter the area code and the number.',
    },
    STATE_UNKNOWN: {
      title: 'Not a state',
      message: '{element} has to be a two-letter state code.',
      fix: 'Choose the state from the list, for example CA.',
    },
    ZIP_FORMAT: {
      title: 'Not a ZIP code',
      message: '{element} has to be five digits, or nine.',
      fix: 'Enter the ZIP code as 5 or 9 digits.',
    },
    BILLING_ZIP_FIVE_DIGITS: {
      title: 'ZIP code without its last four digits',
      message: "The plan's report to the State wants all nine digits of {element}.",
      fix: 'Add the last four digits. The US Postal Service shows them for your address.',
    },
    BILLING_ADDRESS_POST_OFFICE_BOX: {
      title: 'Post office box',
      message: '{element} is a post office box, and a street address is wanted.',
      fix: 'Enter the street address of the billing provider on the Setup sheet.',
    },
    MEMBER_CIN_FORMAT: {
      title: 'Not a CIN',
      message: '{element} has to be eight digits and a letter.',
      fix: "Enter the first nine characters of the number on the member's Medi-Cal card.",
    },
    MEMBER_CIN_FIRST_DIGIT: {
      title: 'Unusual CIN',
      message: '{element} usually begins with 9, and this one does not.',
      fix: "Compare it with the member's Medi-Cal card. If it is right, leave it.",
    },
    HOMELESSNESS_INDICATOR: {
      title: 'Only 1 or blank',
      message: '{element} may hold 1 or nothing: no Y, N or 0.',
      fix: 'Enter 1 if the member is homeless. Leave the cell blank if not, or if you do not know.',
    },
    INVOICE_NUMBER_FORMAT: {
      title: 'Not ten digits',
      message: '{element} has to be exactly ten digits.',
      fix: 'Enter your own ten-digit number for the invoice, with zeros in front where it is shorter.',
    },
    PAYER_IDENTIFIER: {
      title: 'Another payer',
      message: '{element} is not the number of the plan that this workbook is for.',
      fix: "Use this plan's own workbook, and let the workbook fill in the payer.",
    },
    PAYER_NAME: {
      title: 'Another payer',
      message: '{element} is not the name of the plan that this workbook is for.',
      fix: "Use this plan's own workbook, and let the workbook fill in the payer.",
    },
    TEXT_LENGTH: {
      title: 'Too long',
      message: '{element} has more characters than the plan can pass on.',
      fix: 'Shorten it, for example with usual abbreviations.',
    },
    TEXT_CHARACTERS: {
      title: 'Character that cannot be sent',
      message: '{element} has a character that the plan cannot pass on.',
      fix: 'Take out * ~ : ^, pictures, and letters of other alphabets.',
    },
    TEXT_TRANSLITERATED: {
      title: 'Letter with a mark',
      message: '{element} has a letter with an accent or another mark. The plan passes it on without the mark.',
      fix: 'Nothing to do. The name stays as it is in your records.',
    },
    CITY_LENGTH: {
      title: 'City too short',
      message: '{element} has one character, and an encounter needs two or more.',
      fix: 'Enter the name of the city in full.',
    },
    TEXT_SPACES: {
      title: 'Spaces that nobody sees',
      message: '{element} has spaces before or after it, or other characters that nobody sees.',
      fix: 'Use the repair, or type it again.',
    },
    DATE_FORMAT: {
      title: 'Not a date',
      message: '{element} has to be a day of the calendar as MM/DD/YYYY.',
      fix: 'Enter month, day and four-digit year, for example 01/05/2026.',
    },
    DATE_TWO_DIGIT_YEAR: {
      title: 'Year of two digits',
      message: '{element} has a year of two digits, which could be of this century or the last.',
      fix: 'Enter the year with four digits, for example 01/05/1961.',
    },
    SERVICE_END_BEFORE_START: {
      title: 'Ends before it starts',
      message: 'The Service End Date is before the Service Start Date.',
      fix: 'Correct one of the two dates. For a single day they are the same.',
    },
    SERVICE_SPAN: {
      title: 'More than one day',
      message: 'This service is invoiced for a single day, but start and end are different days.',
      fix: 'Enter one line for each day, each with its own invoice number.',
    },
    SERVICE_SPAN_UNUSUAL: {
      title: 'More than one day',
      message: 'This service is not counted by days or months, but start and end are different days.',
      fix: 'Check the two dates. If the plan wants one line for these days, leave it.',
    },
    SERVICE_FILED_LATE: {
      title: 'Late for the plan',
      message: "The service is longer ago than the plan's filing limit.",
      fix: 'Send it as soon as you can. Ask the plan whether it still takes the invoice.',
    },
    SERVICE_IN_FUTURE: {
      title: 'In the future',
      message: '{element} is after today.',
      fix: 'Correct the date, or invoice the service after it was given.',
    },
    SERVICE_BEFORE_PROGRAM: {
      title: 'Before the program began',
      message: '{element} is before 01/01/2022, when ECM and Community Supports began.',
      fix: 'Correct the date.',
    },
    INVOICE_DATE_IN_FUTURE: {
      title: 'In the future',
      message: '{element} is after today.',
      fix: 'Enter the day on which you send the invoice, or an earlier one.',
    },
    INVOICE_DATE_BEFORE_SERVICE: {
      title: 'Invoiced before the service',
      message: 'The Invoice Date is before the last day of the service.',
      fix: 'Correct the Invoice Date or the service dates.',
    },
    BIRTH_IN_FUTURE: {
      title: 'In the future',
      message: '{element} is after today.',
      fix: "Compare it with the member's Medi-Cal record and correct it.",
    },
    BIRTH_AFTER_SERVICE: {
      title: 'Born after the service',
      message: 'The date of birth is after the Service Start Date.',
      fix: 'Correct the date of birth or the Service Start Date.',
    },
    BIRTH_LONG_AGO: {
      title: 'Age above 120 years',
      message: 'By {element} the member would be more than 120 years old.',
      fix: "Compare it with the member's Medi-Cal record.",
    },
    PROCEDURE_CODE_FORMAT: {
      title: 'Not a procedure code',
      message: '{element} has to be a letter and four digits.',
      fix: 'Choose the service from the list.',
    },
    MODIFIER_FORMAT: {
      title: 'Not a modifier',
      message: '{element} has to be two characters, letters or digits.',
      fix: 'Choose the service from the list, which fills in its modifiers.',
    },
    MODIFIER_REPEATED: {
      title: 'Modifier given twice',
      message: '{element} repeats a modifier of the same line.',
      fix: 'Clear this cell.',
    },
    SERVICE_NOT_OFFERED: {
      title: 'Not a service of this plan',
      message: 'The procedure code is none of the services that this plan takes.',
      fix: "Choose the service from the list. If it is missing there, ask the plan's support.",
    },
    SERVICE_MODIFIERS: {
      title: 'Modifier does not fit the service',
      message: 'The modifiers, together with the procedure code, name no service of this plan.',
      fix: 'Choose the service from the list, which fills in its modifiers.',
    },
    SERVICE_AMBIGUOUS: {
      title: 'Could be several services',
      message: 'The procedure code and the modifiers fit several services of this plan equally well.',
      fix: 'Choose the service from the list, and clear the modifier that belongs to another service.',
    },
    SERVICE_NOT_VALID_ON_DATE: {
      title: 'Service not valid on this day',
      message: 'The procedure code and its modifiers were not in use on this day, or the plan did not take them then.',
      fix: 'Correct the date, or choose the service that was in use on that day.',
    },
    SERVICE_TABLE_NOT_CONFIRMED: {
      title: 'Codes may have changed',
      message: 'The plan has not yet confirmed its procedure codes for this day.',
      fix: 'You may send the line. Ask the plan whether there is a newer workbook.',
    },
    SERVICE_NAME: {
      title: 'Another service name',
      message: 'The name is not the one that belongs to the procedure code and its modifiers.',
      fix: 'Check that the procedure code is the service you mean. The name itself is optional.',
    },
    UNIT_COUNT_FORMAT: {
      title: 'Not a number',
      message: '{element} has to be a number with at most three decimals.',
      fix: 'Enter the number of units in digits, for example 2.',
    },
    UNIT_COUNT_POSITIVE: {
      title: 'No units',
      message: '{element} has to be more than zero.',
      fix: 'Enter the number of units, or delete the line if no service was given.',
    },
    UNIT_COUNT_WHOLE: {
      title: 'Not a whole number',
      message: 'This plan takes whole units only.',
      fix: 'Enter a whole number of units.',
    },
    UNITS_MORE_THAN_DAYS: {
      title: 'More units than days',
      message: 'One unit of this service is one day, and there are more units than days from start to end.',
      fix: 'Check the units and the two dates.',
    },
    UNITS_MORE_THAN_QUARTER_HOURS: {
      title: 'More units than a day has',
      message: 'One unit of this service is 15 minutes, and there are more units than fit into the days.',
      fix: 'Check the units and the two dates. A day has 96 units.',
    },
    UNITS_MORE_THAN_MONTHS: {
      title: 'More units than months',
      message: 'One unit of this service is one month, and there are more units than months from start to end.',
      fix: 'Check the units and the two dates.',
    },
    UNITS_MORE_THAN_ONE: {
      title: 'More than one unit',
      message: 'One unit is the whole service or visit, and there is more than one.',
      fix: 'Check the units. If there was more than one service or visit on that day, leave it.',
    },
    PLACE_OF_SERVICE_UNKNOWN: {
      title: 'Not a place of service',
      message: '{element} has to be a two-digit code of the list.',
      fix: 'Choose the place from the list, for example 12 for home.',
    },
    PLACE_OF_SERVICE_UNUSUAL: {
      title: 'Unusual place',
      message: 'This service is seldom given at this place.',
      fix: 'Check the place of service. If it is right, leave it.',
    },
    TELEHEALTH_PLACE: {
      title: 'Telehealth at an in-person place',
      message: 'Modifier GQ says telephone or video, but the place of service is an in-person place.',
      fix: 'Choose place 02 or 10, or choose the in-person service.',
    },
    TELEHEALTH_MODIFIER: {
      title: 'Telehealth without GQ',
      message: 'The place of service says telehealth, but modifier GQ is missing.',
      fix: 'Choose the telehealth service, or add GQ where the service allows it, or choose another place.',
    },
    DIAGNOSIS_FORMAT: {
      title: 'Not a diagnosis code',
      message: '{element} does not look like an ICD-10 code.',
      fix: 'Enter one code of a letter, a digit and one to five more characters, for example Z59.01.',
    },
    DIAGNOSIS_HEADER: {
      title: 'Code needs more characters',
      message: 'On the day of the service this code was only the heading of longer codes, and could not be reported.',
      fix: 'Choose the longer code that says what you observed.',
    },
    DIAGNOSIS_UNKNOWN: {
      title: 'Diagnosis code does not exist',
      message: 'The ICD-10-CM codes of the year of the service do not include {element}.',
      fix: 'Compare the code with the referral or the record and correct it.',
    },
    DIAGNOSIS_NOT_IN_OLD_LIST: {
      title: 'Diagnosis code may not be valid',
      message: '{element} is not a complete code in the ICD-10-CM codes at hand, which are of another year.',
      fix: 'Check the code. If it is valid on the day of the service, leave it: the invoice can be sent.',
    },
    DIAGNOSIS_FIRST_BLANK: {
      title: 'First diagnosis is blank',
      message: 'The main diagnosis comes first, and its cell is blank while others are filled.',
      fix: 'Enter the main diagnosis in the first cell, or move the others up.',
    },
    DIAGNOSIS_REPEATED: {
      title: 'Diagnosis given twice',
      message: '{element} repeats a diagnosis of the same line.',
      fix: 'Clear this cell.',
    },
    DIAGNOSES_TOO_MANY: {
      title: 'More than ten diagnoses',
      message: 'The lines of this invoice have more than ten different diagnoses together.',
      fix: 'Keep the ten that matter most for these services.',
    },
    HOMELESSNESS_DIAGNOSIS_WITHOUT_INDICATOR: {
      title: 'Homeless by diagnosis only',
      message: 'A diagnosis says that the member is homeless, but the Member Homelessness Indicator is blank.',
      fix: 'Enter 1 if the member is homeless now. If not, leave it blank.',
    },
    HOMELESSNESS_DIAGNOSES_SEVERAL: {
      title: 'Several kinds of homelessness',
      message: 'The line has several diagnoses of homelessness, which exclude each other.',
      fix: 'Keep the one that you observed.',
    },
    MONEY_FORMAT: {
      title: 'Not an amount',
      message: '{element} has to be an amount of dollars and cents, zero or more.',
      fix: 'Enter digits with a point before the cents, for example 1250.00.',
    },
    AMOUNT_TOO_LARGE: {
      title: 'Too large',
      message: '{element} is more than 99,999,999.99, the most that the plan can pass on.',
      fix: 'Check that the point before the cents is there, and correct the amount.',
    },
    UNIT_COST_ZERO: {
      title: 'Cost is zero',
      message: 'The plan has to report a cost to the State, even where it pays by the month.',
      fix: 'Enter what a unit costs. If the plan has told you to enter zero, leave it.',
    },
    ACTUAL_COST_ZERO: {
      title: 'Actual cost is missing',
      message: 'This service is billed at what it really cost, and the cost is zero.',
      fix: 'Enter the amount that you paid.',
    },
    UNIT_COST_NOT_RATE: {
      title: "Not the plan's rate",
      message: "The unit cost is not the plan's rate for this service on this day.",
      fix: "Use the plan's rate: clear the cell, and the workbook fills it in. If the plan has agreed to another cost, leave it.",
    },
    CHARGE_AMOUNT: {
      title: 'Charge does not add up',
      message: 'The charge is not the unit count times the unit cost.',
      fix: 'Correct units, cost or charge. The workbook works out the charge by itself.',
    },
    INVOICE_AMOUNT: {
      title: 'Invoice amount does not add up',
      message: 'The invoice amount is not the sum of the charges with this invoice number.',
      fix: 'Check that every line of the invoice is there. The workbook works out the amount by itself.',
    },
    INVOICE_BILLING_PROVIDER: {
      title: 'Two billing providers on one invoice',
      message: 'Lines with this invoice number name different billing providers.',
      fix: 'Give the lines of each provider an invoice number of their own, or correct the provider.',
    },
    INVOICE_RENDERING_PROVIDER: {
      title: 'Two rendering providers on one invoice',
      message: 'Lines with this invoice number name different rendering providers.',
      fix: 'Give the lines of each site an invoice number of their own, or correct the site.',
    },
    INVOICE_MEMBER: {
      title: 'Two members on one invoice',
      message: 'Lines with this invoice number name different members.',
      fix: 'Give the lines of each member an invoice number of their own, or correct the member.',
    },
    INVOICE_DATE: {
      title: 'Two invoice dates on one invoice',
      message: 'Lines with this invoice number have different invoice dates.',
      fix: 'Enter the same invoice date on each line.',
    },
    INVOICE_SERVICE_DAY: {
      title: 'Two service days on one invoice',
      message: 'Lines with this invoice number are of different days, and an invoice is for one day.',
      fix: 'Give the lines of each day an invoice number of their own, or correct the date.',
    },
    INVOICE_NUMBER_ACCEPTED: {
      title: 'Already accepted',
      message: 'The plan has already accepted an invoice with this number.',
      fix: 'To correct that invoice, choose replacement on the Setup sheet. A new invoice needs a new number. If it was sent before, delete its lines.',
    },
    INVOICE_DETAIL_DIFFERS: {
      title: 'Lines of one invoice differ',
      message: '{element} is not the same on all lines with this invoice number.',
      fix: 'Make it the same on each line. The plan takes it from one of them.',
    },
    INVOICE_MIXED_PROGRAMS: {
      title: 'ECM and Community Supports together',
      message: 'This invoice has ECM and Community Supports lines. That is allowed, but some reports mix them up.',
      fix: 'If you can, give the ECM lines an invoice number of their own.',
    },
    DUPLICATE_LINE: {
      title: 'Line given twice',
      message: 'Another line has the same member, provider, day, procedure code and modifiers.',
      fix: 'Delete one of the two. If the service was given twice that day, put the units together on one line.',
    },
    DERIVED_DIFFERENCE: {
      title: 'Differs from the workbook',
      message: '{element} in the file is not what the workbook fills in or works out.',
      fix: 'Check the file and the Setup and Members sheets. What the file says is sent.',
    },
    SERVICE_ACCEPTED_BEFORE: {
      title: 'Service already accepted',
      message:
        'The plan has already accepted this service on another invoice: same member, provider, day, procedure code and modifiers.',
      fix: 'Delete the line if it was sent before. To change the earlier invoice, send that one as a replacement, with its own number.',
    },
    INVOICE_NEVER_ACCEPTED: {
      title: 'Nothing to replace or void',
      message: 'The plan has no accepted invoice with this number that could be replaced or voided.',
      fix: 'Compare the number with your receipts. If the invoice came back or was never sent, choose new invoices on the Setup sheet. If it was voided, give it a new number and send it as new.',
    },
    INVOICE_NOT_NAMED: {
      title: 'Invoice not named on Setup',
      message: 'This workbook replaces or voids invoices, and the Setup sheet does not name this one.',
      fix: 'Add the number on the Setup sheet, or send this invoice in a workbook of new invoices.',
    },
    INVOICE_NAMED_WITHOUT_LINES: {
      title: 'Invoice named without lines',
      message: 'The Setup sheet names an invoice that has no line here. Nothing happens to that invoice.',
      fix: 'To replace or void that invoice too, send it with its lines.',
    },
    ...planFilesInEnglish,
  },
  unknownRule: {
    title: 'Please check this cell',
    message: 'The plan has a newer rule for {element} than this program knows.',
    fix: "Update the workbook or ask the plan's support.",
  },
  // The sheets' prompts say the same: the table of elements has it for both.
  elements: Object.fromEntries(elements.map(({ key, help }) => [key, help])) as Record<ElementKey, string>,
  repairs: {
    SPACES: 'Take out spaces that nobody sees',
    TEXT_MARK: 'Take off the mark for text',
    UPPER_CASE: 'Write in capital letters',
    DIGITS_ONLY: 'Keep the digits only',
    CARD_NUMBER: 'Take the CIN from the card number',
    STATE_CODE: 'Write the state as two letters',
    PLACE_CODE: 'Write the place as two digits',
    DATE_FORM: 'Write the date as MM/DD/YYYY',
    NUMBER_FORM: 'Write the number plainly',
    MONEY_FORM: 'Write the amount plainly',
    DIAGNOSIS_FORM: 'Write the diagnosis code with its dot and capital letters',
    DIAGNOSES_APART: 'Give each diagnosis code its own cell',
    MODIFIERS_APART: 'Give each modifier its own cell',
    SERVICE_APART: 'Put the modifiers into their own cells',
    DIAGNOSES_MOVED_UP: 'Move the diagnoses up: the first of them becomes the main one',
  },
};
