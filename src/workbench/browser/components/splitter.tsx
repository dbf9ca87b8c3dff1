import { type KeyboardEvent, type PointerEvent } from 'react';

/** A line that is dragged, or moved by arrow keys, to give the part at its right more or less room. */
export function Splitter(props: {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}) {
  const { label, value, least, most, onChange } = props;
  const set = (width: number): void => {
    onChange(Math.min(most, Math.max(least, Math.round(width))));
  };
  const down = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') set(value + 10);
    else if (event.key === 'ArrowRight') set(value - 10);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="splitter"
      role="slider"
      aria-orientation="horizontal"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onKeyDown={keyDown}
    />
  );
}
