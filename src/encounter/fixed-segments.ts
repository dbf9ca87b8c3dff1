import { planAsPayer, type PlanAsPayer } from './other-payer.ts';
import type { EncounterTarget } from './target.ts';
import { segmentsOf, type Segments } from './x12/segment-writer.ts';

/** What is the same in every claim of a file, and put together once. */
export interface FixedSegments {
  /** 2000B SBR. */
  readonly subscriber: Segments;
  /** 2010BB NM1. */
  readonly payer: Segments;
  /** Loops 2320 to 2330B; null in a claim form, which has no payer before. */
  readonly planAsPayer: PlanAsPayer | null;
  /** SVD01. */
  readonly planIdentifier: string;
}

/** The segments that the target gives. */
export function fixedSegments(target: EncounterTarget): FixedSegments {
  const { form, settings, payer, plan } = target;
  const responsibility = form === 'claim' ? 'P' : settings.payerResponsibility;
  return {
    subscriber: segmentsOf((out) => {
      out.add('SBR', responsibility, '18', '', '', '', '', '', '', settings.claimFiling);
    }),
    payer: segmentsOf((out) => {
      out.add('NM1', 'PR', '2', payer.name, '', '', '', '', 'PI', payer.identifier);
    }),
    planAsPayer: form === 'encounter' ? planAsPayer(target) : null,
    planIdentifier: plan.identifier,
  };
}
