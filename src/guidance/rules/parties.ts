import type { ColumnKey } from '../columns.ts';
import type { ElementKey } from '../elements.ts';

/** Elements with one cell on a row: their key is the column's. */
export type SingleKey = Extract<ColumnKey, ElementKey>;

/** Cells that must be the same on every line of an invoice. */
export interface Party {
  /** Who it is: the first that differs is told. */
  readonly identity: readonly SingleKey[];
  /** What goes with it: differing is a warning, since the encounter takes it from one line. */
  readonly details: readonly SingleKey[];
}

/** Who is paid. */
export const billingProvider: Party = {
  identity: ['billingProviderNpi', 'billingProviderTin', 'billingProviderName'],
  details: [
    'billingProviderFirstName',
    'billingProviderLastName',
    'billingProviderPhone',
    'billingProviderAddress',
    'billingProviderCity',
    'billingProviderState',
    'billingProviderZip',
  ],
};

/** Who gave the service. */
export const renderingProvider: Party = {
  identity: ['renderingProviderName', 'renderingProviderNpi'],
  details: [
    'renderingProviderTin',
    'renderingProviderFirstName',
    'renderingProviderLastName',
    'renderingProviderPhone',
    'renderingProviderAddress',
    'renderingProviderCity',
    'renderingProviderState',
    'renderingProviderZip',
  ],
};

/** Who received it. */
export const member: Party = {
  identity: ['memberCin', 'memberLastName', 'memberFirstName', 'memberDateOfBirth'],
  details: ['medicalRecordNumber', 'memberHomelessnessIndicator', 'memberAddress', 'memberCity', 'memberZip'],
};

/** The invoice itself. */
export const administration: Party = { identity: ['invoiceDate'], details: ['controlNumber'] };

/** All of them. */
export const parties: readonly Party[] = [billingProvider, renderingProvider, member, administration];

/** Their elements. */
export const partyElements: readonly SingleKey[] = parties.flatMap((party) => [...party.identity, ...party.details]);
