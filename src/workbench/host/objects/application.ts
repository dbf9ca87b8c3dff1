import type { Book } from '../../model/book.ts';
import { notModelled } from '../api-error.ts';
import { word } from '../arguments.ts';
import type { ObjectType } from '../object-model.ts';

const modes = { Automatic: 'automatic', Manual: 'manual' } as const;

export const applicationType: ObjectType<Book> = {
  name: 'Application',
  properties: {
    CalculationMode: {
      since: 1,
      read: (scope) => (scope.calculationMode() === 'manual' ? 'Manual' : 'Automatic'),
      write: (scope, _, value) => {
        const location = 'Application.calculationMode';
        if (value === 'AutomaticExceptTables') throw notModelled(location, 'calculation except tables');
        scope.setCalculationMode(modes[word(value, ['Automatic', 'Manual'], location)]);
      },
    },
    CalculationState: { since: 9, read: (_, book) => (book.isCalculated ? 'Done' : 'Pending') },
  },
  methods: {
    Calculate: {
      since: 1,
      call: (_, book, [kind]) => {
        const asked = word(kind, ['Recalculate', 'Full', 'FullRebuild'], 'Application.calculate');
        book.calculate(asked === 'Recalculate' ? 'recalculate' : 'full');
      },
    },
    SuspendApiCalculationUntilNextSync: {
      since: 6,
      call: (scope) => {
        scope.suspendCalculation();
      },
    },
    // Nothing is painted while a request runs, so there is nothing to hold back.
    SuspendScreenUpdatingUntilNextSync: { since: 9, call: () => undefined },
  },
};
