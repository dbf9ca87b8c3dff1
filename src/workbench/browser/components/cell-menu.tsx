import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  type PositioningVirtualElement,
} from '@fluentui/react-components';
import { isWholeColumns, isWholeRows } from '../../model/area.ts';
import type { Workbench } from '../session/workbench.ts';
import { focusGrid } from './focus-grid.ts';
import { clipboardCommand } from './clipboard-command.ts';
import { useObservable } from './use-observable.ts';

/** The menu of the selected cells, rows or columns. */
export function CellMenu({ workbench }: { readonly workbench: Workbench }) {
  const { menu, deeds, person, selection } = workbench;
  useObservable(menu);
  const { point } = menu;
  if (point === null) return null;
  const target: PositioningVirtualElement = {
    getBoundingClientRect: () => new DOMRect(point.x, point.y, 0, 0),
  };
  const isCopied = person.clipboard !== undefined;
  const isRows = isWholeRows(selection.area);
  const isColumns = isWholeColumns(selection.area);
  const run = (action: () => unknown) => () => {
    menu.close();
    focusGrid();
    action();
  };
  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'start' }}
      onOpenChange={(_event, { open }) => {
        if (open) return;
        menu.close();
        focusGrid();
      }}
    >
      <MenuPopover className="menu">
        <MenuList>
          <MenuItem
            secondaryContent="Ctrl+X"
            onClick={run(() => {
              clipboardCommand('cut');
            })}
          >
            Cut
          </MenuItem>
          <MenuItem
            secondaryContent="Ctrl+C"
            onClick={run(() => {
              clipboardCommand('copy');
            })}
          >
            Copy
          </MenuItem>
          <MenuItem secondaryContent="Ctrl+V" disabled={!isCopied} onClick={run(() => deeds.pasteCopied('all'))}>
            Paste
          </MenuItem>
          <MenuItem
            secondaryContent="Ctrl+Shift+V"
            disabled={!isCopied}
            onClick={run(() => deeds.pasteCopied('values'))}
          >
            Paste values
          </MenuItem>
          <MenuDivider />
          {!isColumns && <MenuItem onClick={run(() => deeds.insertRows())}>Insert rows</MenuItem>}
          {!isColumns && <MenuItem onClick={run(() => deeds.deleteRows())}>Delete rows</MenuItem>}
          {!isRows && <MenuItem onClick={run(() => deeds.insertColumns())}>Insert columns</MenuItem>}
          {!isRows && <MenuItem onClick={run(() => deeds.deleteColumns())}>Delete columns</MenuItem>}
          <MenuItem secondaryContent="Del" onClick={run(() => deeds.clear())}>
            Clear contents
          </MenuItem>
          {isRows && <MenuDivider />}
          {isRows && <MenuItem onClick={run(() => deeds.hideRows(true))}>Hide rows</MenuItem>}
          {isRows && <MenuItem onClick={run(() => deeds.hideRows(false))}>Unhide rows</MenuItem>}
          {isColumns && <MenuDivider />}
          {isColumns && <MenuItem onClick={run(() => deeds.hideColumns(true))}>Hide columns</MenuItem>}
          {isColumns && <MenuItem onClick={run(() => deeds.hideColumns(false))}>Unhide columns</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
