import type { PlanProfile } from '../../plan/profile.ts';
import { templateFile, type AddIn } from '../../xlsx/template-file.ts';

/** What a template is made from. */
export interface TemplateTask {
  readonly kind: 'template';
  readonly profile: PlanProfile;
  readonly addIn: AddIn | null;
}

/** The plan's template as a file. */
export function makeTemplate({ profile, addIn }: TemplateTask): Promise<Uint8Array> {
  return templateFile(profile, addIn);
}
