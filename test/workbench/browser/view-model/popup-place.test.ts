import { popupPlace } from '../../../../src/workbench/browser/view-model/popup-place.ts';

const container = { width: 1000, height: 600 };
const popup = { width: 200, height: 150 };
const cell = (left: number, top: number) => ({ left, top, width: 64, height: 20 });

test.each([
  ['below its cell', cell(100, 100), { left: 100, top: 128 }],
  ['moved in from the right edge', cell(950, 100), { left: 800, top: 128 }],
  ['above where there is no room below', cell(100, 500), { left: 100, bottom: 108 }],
  ['never beyond the left edge', cell(-40, 100), { left: 0, top: 128 }],
])('%s', (_name, box, place) => {
  expect(popupPlace(box, popup, container, 8)).toEqual(place);
});

test('where there is no room at all it stands on the roomier side', () => {
  const low = { width: 1000, height: 120 };
  expect(popupPlace(cell(0, 10), popup, low)).toEqual({ left: 0, top: 30 });
  expect(popupPlace(cell(0, 90), popup, low)).toEqual({ left: 0, bottom: 30 });
});
