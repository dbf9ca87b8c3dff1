export const receipts = {
  title: 'Receipts',
  text: 'Every submission that your plan received from this workbook.',
  none: 'Nothing has been submitted from this workbook yet.',
  submission: (id: string) => `Submission ${id}`,
  received: 'Received',
  content: 'Content',
  total: 'Total',
  state: 'State',
  due: 'Paid, contested or denied by',
  signature: 'Signature',
  genuine: 'Signed by your plan',
  notGenuine: 'Not signed by your plan: call your plan',
};
