import {
  Button,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { BookEvent } from '../../model/events.ts';
import type { Application, ThemeName } from '../session/application.ts';
import { clipboardCommand } from './clipboard-command.ts';
import { focusGridSoon } from './focus-grid.ts';
import { useBook } from './use-observable.ts';

const shown: readonly BookEvent['type'][] = [
  'stateChanged',
  'protectionChanged',
  'sheetActivated',
  'sheetRenamed',
  'filtered',
  'calculated',
];

/** The commands above the sheet. */
export function Ribbon({ application }: { readonly application: Application }) {
  const { workbench } = application;
  const { book, deeds } = workbench;
  useBook(book, shown);
  const [undo] = book.undoLabels;
  const [redo] = book.redoLabels;
  const sheet = book.activeSheet;
  return (
    <header className="ribbon">
      <h1>
        {book.name.replace(/\.xlsx$/, '')} <span>Excel workbench</span>
      </h1>
      <div className="commands" role="toolbar" aria-label="Commands">
        <CommandMenu name="File">
          <Command
            onClick={() => {
              application.newWorkbook(1900);
            }}
          >
            New workbook
          </Command>
          <Command
            onClick={() => {
              application.newWorkbook(1904);
            }}
          >
            New workbook, 1904 date system
          </Command>
        </CommandMenu>
        <EditMenu application={application} />
        <CellsMenu application={application} />
        <CommandMenu name="Formulas" checked={{ mode: [book.calculationMode] }}>
          <MenuItemRadio
            persistOnClick={false}
            name="mode"
            value="automatic"
            onClick={() => {
              deeds.setCalculationMode('automatic');
            }}
          >
            Calculate automatically
          </MenuItemRadio>
          <MenuItemRadio
            persistOnClick={false}
            name="mode"
            value="manual"
            onClick={() => {
              deeds.setCalculationMode('manual');
            }}
          >
            Calculate when told
          </MenuItemRadio>
          <MenuDivider />
          <Command
            shortcut="F9"
            onClick={() => {
              deeds.calculate();
            }}
          >
            Calculate now
          </Command>
        </CommandMenu>
        <CommandMenu name="Review">
          {sheet.protection.isOn ? (
            <Command onClick={() => deeds.unprotect()}>Unprotect sheet {sheet.name}</Command>
          ) : (
            <Command onClick={() => deeds.protect()}>Protect sheet {sheet.name}</Command>
          )}
        </CommandMenu>
        <ExcelMenu application={application} />
        <span className="gap" />
        <Button
          size="small"
          appearance="subtle"
          disabledFocusable={undo === undefined}
          title={undo === undefined ? 'Nothing to undo' : `Undo ${undo} (Ctrl+Z)`}
          onClick={() => void deeds.undo()}
        >
          Undo
        </Button>
        <Button
          size="small"
          appearance="subtle"
          disabledFocusable={redo === undefined}
          title={redo === undefined ? 'Nothing to redo' : `Redo ${redo} (Ctrl+Y)`}
          onClick={() => void deeds.redo()}
        >
          Redo
        </Button>
        <span className="states">
          {sheet.protection.isOn && <span className="state">Protected sheet</span>}
          {book.calculationMode === 'manual' && <span className="state">Manual calculation</span>}
          {book.dateSystem === 1904 && <span className="state">1904 dates</span>}
          {application.settings.webLimits && <span className="state">5 MB limits</span>}
        </span>
      </div>
    </header>
  );
}

function EditMenu({ application }: { readonly application: Application }) {
  const { deeds, person } = application.workbench;
  const isCopied = person.clipboard !== undefined;
  return (
    <CommandMenu name="Edit">
      <Command
        shortcut="Ctrl+X"
        onClick={() => {
          clipboardCommand('cut');
        }}
      >
        Cut
      </Command>
      <Command
        shortcut="Ctrl+C"
        onClick={() => {
          clipboardCommand('copy');
        }}
      >
        Copy
      </Command>
      <Command shortcut="Ctrl+V" disabled={!isCopied} onClick={() => deeds.pasteCopied('all')}>
        Paste
      </Command>
      <Command shortcut="Ctrl+Shift+V" disabled={!isCopied} onClick={() => deeds.pasteCopied('values')}>
        Paste values
      </Command>
      <Command disabled={!isCopied} onClick={() => deeds.pasteCopied('formulas')}>
        Paste formulas
      </Command>
      <Command disabled={!isCopied} onClick={() => deeds.pasteCopied('formats')}>
        Paste formats
      </Command>
      <MenuDivider />
      <Command shortcut="Ctrl+D" onClick={() => deeds.fillDown()}>
        Fill down
      </Command>
      <Command shortcut="Del" onClick={() => deeds.clear()}>
        Clear contents
      </Command>
    </CommandMenu>
  );
}

function CellsMenu({ application }: { readonly application: Application }) {
  const { deeds, book } = application.workbench;
  const hasFilter = book.activeSheet.filter.area !== undefined;
  return (
    <CommandMenu name="Cells">
      <Command onClick={() => deeds.insertRows()}>Insert rows</Command>
      <Command onClick={() => deeds.deleteRows()}>Delete rows</Command>
      <Command onClick={() => deeds.insertColumns()}>Insert columns</Command>
      <Command onClick={() => deeds.deleteColumns()}>Delete columns</Command>
      <MenuDivider />
      <Command onClick={() => deeds.hideRows(true)}>Hide rows</Command>
      <Command onClick={() => deeds.hideRows(false)}>Unhide rows</Command>
      <Command onClick={() => deeds.hideColumns(true)}>Hide columns</Command>
      <Command onClick={() => deeds.hideColumns(false)}>Unhide columns</Command>
      <MenuDivider />
      <Command onClick={() => deeds.toggleFilter()}>{hasFilter ? 'Remove the filter' : 'Filter the selection'}</Command>
    </CommandMenu>
  );
}

const themes: readonly (readonly [ThemeName, string])[] = [
  ['light', 'Light theme'],
  ['dark', 'Dark theme'],
  ['contrast', 'High contrast theme'],
];

function ExcelMenu({ application }: { readonly application: Application }) {
  const { theme, webLimits } = application.settings;
  return (
    <CommandMenu name="Excel" checked={{ theme: [theme], limits: webLimits ? ['web'] : [] }}>
      {themes.map(([name, label]) => (
        <MenuItemRadio
          persistOnClick={false}
          key={name}
          name="theme"
          value={name}
          onClick={() => {
            application.set({ theme: name });
          }}
        >
          {label}
        </MenuItemRadio>
      ))}
      <MenuDivider />
      <MenuItemCheckbox
        persistOnClick={false}
        name="limits"
        value="web"
        onClick={() => {
          application.set({ webLimits: !webLimits });
        }}
      >
        Limits of Excel for the web (5 MB)
      </MenuItemCheckbox>
      <MenuDivider />
      <Command
        onClick={() => {
          application.reloadPane();
        }}
      >
        Reload the add-in
      </Command>
    </CommandMenu>
  );
}

function CommandMenu(props: {
  readonly name: string;
  readonly checked?: Readonly<Record<string, string[]>>;
  readonly children: ReactNode;
}) {
  const { name, checked = {}, children } = props;
  return (
    <Menu
      checkedValues={checked}
      onOpenChange={(_event, { type }) => {
        if (type === 'menuItemClick') focusGridSoon();
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle">
          {name}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className="menu">
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}

function Command(props: {
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly onClick: () => unknown;
  readonly children: ReactNode;
}): ReactElement {
  const { shortcut, disabled = false, onClick, children } = props;
  return (
    <MenuItem
      {...(shortcut === undefined ? {} : { secondaryContent: shortcut })}
      disabled={disabled}
      onClick={() => void onClick()}
    >
      {children}
    </MenuItem>
  );
}
