import { areaAddress } from '../../workbook/area.ts';
import type { ConditionalFormat } from '../../workbook/layout.ts';
import type { Styles } from './styles.ts';
import type { PlacedValidation } from './workbook-file.ts';
import { attributeText, spreadsheetText } from './xml.ts';

/** Excel's limits, in characters; a file that breaks one is repaired on opening, that is: loses all validations. */
const limits = { title: 32, prompt: 255, error: 224, formula: 255 } as const;

function within(text: string, limit: keyof typeof limits): string {
  if (text.length > limits[limit]) throw new RangeError(`A validation's ${limit} is too long for Excel`);
  return text;
}

/** Data validations of a sheet. @throws RangeError where a text or formula is longer than Excel bears */
export function validationsXml(validations: readonly PlacedValidation[]): string {
  if (validations.length === 0) return '';
  const elements = validations.map(validationXml);
  return `<dataValidations count="${String(elements.length)}">${elements.join('')}</dataValidations>`;
}

function validationXml({ area, validation }: PlacedValidation): string {
  const { rule, strength, prompt, error } = validation;
  const formula = rule.kind === 'any' ? '' : rule.kind === 'list' ? rule.source : rule.formula;
  const attributes = [
    rule.kind === 'any' ? '' : ` type="${rule.kind}"`,
    strength === 'warning' ? ' errorStyle="warning"' : '',
    // A list with blank cells in its source lets everything through where blanks are ignored.
    rule.kind === 'list' ? '' : ' allowBlank="1"',
    ' showInputMessage="1"',
    strength === 'silent' ? '' : ' showErrorMessage="1"',
    ` errorTitle="${attributeText(within(error.title, 'title'))}" error="${attributeText(within(error.message, 'error'))}"`,
    ` promptTitle="${attributeText(within(prompt.title, 'title'))}" prompt="${attributeText(within(prompt.message, 'prompt'))}"`,
    ` sqref="${areaAddress(area)}"`,
  ];
  const head = `<dataValidation${attributes.join('')}`;
  if (rule.kind === 'any') return `${head}/>`;
  return `${head}><formula1>${spreadsheetText(within(formula.slice(1), 'formula'))}</formula1></dataValidation>`;
}

/**
 * Conditional formats of a sheet: the later one has the higher priority, which is the lower number. They stand in the
 * order of their priority, since LibreOffice goes by place where Excel goes by number.
 */
export function conditionalFormatsXml(formats: readonly ConditionalFormat[], styles: Styles): string {
  return formats
    .map((format, index) => {
      const rule = `<cfRule type="expression" dxfId="${String(styles.conditional(format))}" priority="${String(formats.length - index)}">`;
      const formula = `<formula>${spreadsheetText(format.formula.slice(1))}</formula>`;
      return `<conditionalFormatting sqref="${areaAddress(format.area)}">${rule}${formula}</cfRule></conditionalFormatting>`;
    })
    .reverse()
    .join('');
}
