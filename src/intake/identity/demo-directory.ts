import type { DirectoryData } from './directory-file.ts';

/**
 * A demo account. Its password is public, so it exists only where the endpoint is bound to loopback: there is no
 * option that adds it elsewhere.
 */
export const demoAccount = {
  email: 'biller@harborcare.example',
  password: 'harbor care demo',
} as const;

/** Client credentials for demonstrations without a person, under the same condition. */
export const demoMachine = {
  clientId: 'harbor-care-demo-machine',
  clientSecret: 'harbor-care-demo-machine',
} as const;

/** The organisation of the sample month. */
export const demoDirectory: DirectoryData = {
  organisations: [
    {
      kind: 'provider',
      id: 'harbor-care',
      name: 'Harbor Care Collective',
      plans: ['sample-health-plan'],
      delegate: null,
      billingProviderNpis: ['1291417776'],
      part2Program: false,
    },
  ],
  accounts: [
    {
      id: 'harbor-care-biller',
      email: demoAccount.email,
      name: 'Demo Biller',
      organisation: 'harbor-care',
      role: 'biller',
      passwordHash: 'scrypt$15$8$3$k8CpkZPCBfSSi1eGENdZjg$csGO9SUIKTjSHyPkxyqZs2xhpxAl2WVJ6lrhbqCQrmI',
    },
  ],
  machines: [
    {
      clientId: demoMachine.clientId,
      organisation: 'harbor-care',
      secretHash: 'scrypt$15$8$3$yNovYqsRgDbHWSYbUlT1ug$syILlYl5997LYkGNqk-cUFR00ZgRN0sBm4lQR_XQ9h8',
    },
  ],
};
