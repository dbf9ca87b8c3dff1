import { loopTitle, segmentTitles } from '../loops.ts';
import type { SyntaxFault } from './items.ts';

/** Where in an 837 a 999 finds an error, for people. */
export function placeWords(fault: Omit<SyntaxFault, 'kind'>): string {
  const { guide, transaction, segmentName, place, loop, claimNumber, element, component } = fault;
  const loopName = loopTitle(loop, guide);
  const segmentTitle = segmentTitles[segmentName];
  return [
    `Transaction set ${transaction}`,
    ...(claimNumber === '' ? [] : [`claim ${claimNumber}`]),
    ...(loop === '' ? [] : [loopName === null ? `loop ${loop}` : `loop ${loop} (${loopName})`]),
    `segment ${String(place)}: ${segmentName}${segmentTitle === undefined ? '' : ` (${segmentTitle})`}`,
    ...(element === null ? [] : [`element ${String(element)}`]),
    ...(component === null ? [] : [`component ${String(component)}`]),
  ].join(', ');
}
