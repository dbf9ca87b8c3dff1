import type { Severity } from '../../guidance/finding.ts';
import type { Language } from '../../guidance/messages/words.ts';
import type { AcknowledgementItem } from '../../encounter/acknowledgement/items.ts';
import type { StandingState } from '../../encounter/acknowledgement/standings.ts';

/** What the command says beside the findings. */
interface StandingWords {
  readonly states: Readonly<Record<StandingState, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly kinds: Readonly<Record<AcknowledgementItem['kind'], string>>;
  billingNpi(npi: string): string;
  paid(dollars: string): string;
  receiverNumber(numbers: string): string;
  line(line: number): string;
  unmatched(kind: string, reference: string): string;
  sum(counts: ReadonlyMap<StandingState, number>): string;
}

const englishStates: StandingWords['states'] = {
  sent: 'sent, no answer yet',
  received: 'file received',
  accepted: 'accepted',
  returned: 'returned',
  denied: 'denied',
  paid: 'decided and paid',
};

const spanishStates: StandingWords['states'] = {
  sent: 'enviada, sin respuesta',
  received: 'archivo recibido',
  accepted: 'aceptada',
  returned: 'devuelta',
  denied: 'negada',
  paid: 'decidida y pagada',
};

export const standingWords: Readonly<Record<Language, StandingWords>> = {
  en: {
    states: englishStates,
    severities: { error: 'Error', warning: 'Warning' },
    kinds: {
      interchange: 'An interchange',
      group: 'A group',
      transaction: 'A transaction set',
      syntax: 'An error in a transaction set',
      batchStatus: 'A batch',
      claimStatus: 'A claim',
      payment: 'A payment',
      claimPayment: 'A claim',
      providerAdjustment: 'An amount',
    },
    billingNpi: (npi) => `billing provider ${npi}`,
    paid: (dollars) => `paid $${dollars}`,
    receiverNumber: (numbers) => `number of the receiver ${numbers}`,
    line: (line) => `line ${String(line)}`,
    unmatched: (kind, reference) => `${kind} is answered that is in none of the files: ${reference || 'no number'}.`,
    sum: (counts) => {
      const parts = [...counts].map(([state, count]) => `${count.toLocaleString('en-US')} ${englishStates[state]}`);
      return `Invoices: ${parts.join(', ') || 'none'}.`;
    },
  },
  es: {
    states: spanishStates,
    severities: { error: 'Error', warning: 'Advertencia' },
    kinds: {
      interchange: 'un intercambio',
      group: 'un grupo',
      transaction: 'un conjunto de transacciones',
      syntax: 'un error en un conjunto de transacciones',
      batchStatus: 'un lote',
      claimStatus: 'un reclamo',
      payment: 'un pago',
      claimPayment: 'un reclamo',
      providerAdjustment: 'un importe',
    },
    billingNpi: (npi) => `proveedor que factura ${npi}`,
    paid: (dollars) => `pagado $${dollars}`,
    receiverNumber: (numbers) => `número del receptor ${numbers}`,
    line: (line) => `línea ${String(line)}`,
    unmatched: (kind, reference) =>
      `Hay una respuesta a ${kind} que no está en ninguno de los archivos: ${reference || 'sin número'}.`,
    sum: (counts) => {
      const parts = [...counts].map(([state, count]) => `${spanishStates[state]}: ${count.toLocaleString('en-US')}`);
      return `Facturas: ${parts.join('; ') || 'ninguna'}.`;
    },
  },
};
