import { type Area, without } from '../../model/area.ts';
import { defaultAlert, defaultPrompt, type Validation } from '../../model/validation.ts';
import { ApiError, notModelled } from '../api-error.ts';
import { flag, given, record, text, word } from '../arguments.ts';
import type { Argument, ObjectType } from '../object-model.ts';
import { requireUnprotected } from '../protection-guard.ts';
import type { RangeTarget } from '../range-target.ts';
import type { Json } from '../wire.ts';
import { anyValue, readRule, ruleType, writeRule } from './data-validation-rule.ts';

/** Limits of the dialog that Excel shows, in characters. */
const maximumTitle = 32;
const maximumPrompt = 255;
const maximumAlert = 224;

const unset: Omit<Validation, 'rule'> = { ignoreBlanks: true, prompt: defaultPrompt, alert: defaultAlert };

/** Validation of all cells: undefined for none, null where they differ. */
function common({ sheet, area }: RangeTarget): Validation | undefined | null {
  return sheet.validations.common(area);
}

function readPrompt(value: Argument): Validation['prompt'] {
  const location = 'DataValidation.prompt';
  const prompt = record(value, location);
  return {
    show: given(prompt['showPrompt'], true, (shown) => flag(shown, location)),
    title: limited(prompt['title'], maximumTitle, location),
    message: limited(prompt['message'], maximumPrompt, location),
  };
}

function readAlert(value: Argument): Validation['alert'] {
  const location = 'DataValidation.errorAlert';
  const alert = record(value, location);
  return {
    show: given(alert['showAlert'], true, (shown) => flag(shown, location)),
    style: given(alert['style'], 'Stop' as const, (style) => word(style, ['Stop', 'Warning', 'Information'], location)),
    title: limited(alert['title'], maximumTitle, location),
    message: limited(alert['message'], maximumAlert, location),
  };
}

function limited(value: Argument | undefined, maximum: number, location: string): string {
  const written = given(value, '', (some) => text(some, location));
  if (written.length > maximum) throw new ApiError('InvalidArgument', location);
  return written;
}

/** Changes the words or settings of the cells, whatever rule they have; those without a rule accept anything. */
function change(target: RangeTarget, patch: Partial<Validation>, location: string): void {
  const { sheet, area } = target;
  requireUnprotected(sheet, location);
  const validation = common(target);
  if (validation !== null) {
    sheet.validations.set(area, { ...(validation ?? { ...unset, rule: anyValue }), ...patch });
    return;
  }
  const placed = sheet.validations.in(area);
  // Formulas count from the first cell of the first block, so a rule in several blocks cannot be set block by block.
  if (placed.some(({ areas }) => areas.length > 1)) throw notModelled(location, 'rules that lie in several blocks');
  const blocks = placed.flatMap(({ areas, validation: one }) => areas.map((block) => ({ block, one })));
  const bare = blocks.reduce<readonly Area[]>(
    (rest, { block }) => rest.flatMap((part) => without(part, block)),
    [area],
  );
  for (const { block, one } of blocks) sheet.validations.set(block, { ...one, ...patch });
  for (const block of bare) sheet.validations.set(block, { ...unset, rule: anyValue, ...patch });
}

function property(
  location: string,
  read: (validation: Validation | undefined) => Json,
  write: (value: Argument) => Partial<Validation>,
) {
  return {
    since: 8,
    ofCells: true,
    read: (_: unknown, target: RangeTarget): Json => {
      const validation = common(target);
      return validation === null ? null : read(validation);
    },
    write: (_: unknown, target: RangeTarget, value: Argument): void => {
      change(target, write(value), location);
    },
  } as const;
}

/** True, false, or null where some cells are valid and some are not. */
function allValid({ sheet, area }: RangeTarget): boolean | null {
  const invalid = sheet.validations.invalidCells(area);
  if (invalid.length === 0) return true;
  const [first] = invalid;
  const isAll = first !== undefined && invalid.length === 1 && first.top === area.top && first.left === area.left;
  return isAll && first.bottom === area.bottom && first.right === area.right ? false : null;
}

export const dataValidationType: ObjectType<RangeTarget> = {
  name: 'DataValidation',
  place: ({ sheet, area }) => ({ sheet, area }),
  properties: {
    Type: {
      since: 8,
      ofCells: true,
      read: (_, target) => {
        const validation = common(target);
        if (validation === null) return 'MixedCriteria';
        return ruleType(validation?.rule);
      },
    },
    Rule: {
      since: 8,
      ofCells: true,
      read: (_, target) => {
        const validation = common(target);
        return validation === null ? null : writeRule(validation?.rule);
      },
      write: ({ book }, target, value) => {
        const rule = readRule(value, book.dateSystem);
        requireUnprotected(target.sheet, 'DataValidation.rule');
        target.sheet.validations.set(target.area, { ...unset, ...common(target), rule });
      },
    },
    IgnoreBlanks: property(
      'DataValidation.ignoreBlanks',
      (validation) => validation?.ignoreBlanks ?? true,
      (value) => ({ ignoreBlanks: flag(value, 'DataValidation.ignoreBlanks') }),
    ),
    Prompt: property(
      'DataValidation.prompt',
      (validation) => {
        const { show, title, message } = validation?.prompt ?? defaultPrompt;
        return { showPrompt: show, title, message };
      },
      (value) => ({ prompt: readPrompt(value) }),
    ),
    ErrorAlert: property(
      'DataValidation.errorAlert',
      (validation) => {
        const { show, style, title, message } = validation?.alert ?? defaultAlert;
        return { showAlert: show, style, title, message };
      },
      (value) => ({ alert: readAlert(value) }),
    ),
    Valid: { since: 8, ofCells: true, read: (_, target) => allValid(target) },
  },
  methods: {
    Clear: {
      since: 8,
      effect: 'write',
      call: (_, { sheet, area }) => {
        requireUnprotected(sheet, 'DataValidation.clear');
        sheet.validations.set(area, null);
      },
    },
  },
};
