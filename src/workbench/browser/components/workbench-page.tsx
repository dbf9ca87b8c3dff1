import { FluentProvider } from '@fluentui/react-components';
import { useState } from 'react';
import type { Application } from '../session/application.ts';
import { AlertDialog } from './alert-dialog.tsx';
import { BlockedDialog } from './blocked-dialog.tsx';
import { CellMenu } from './cell-menu.tsx';
import { FormulaBar } from './formula-bar.tsx';
import { Grid } from './grid.tsx';
import { Inspector } from './inspector.tsx';
import { Pane } from './pane.tsx';
import { Ribbon } from './ribbon.tsx';
import { SheetBar } from './sheet-bar.tsx';
import { Splitter } from './splitter.tsx';
import { fluentThemes } from './theme.ts';
import { useObservable } from './use-observable.ts';
import { useRegionKeys } from './region-keys.ts';

/** Widths of the pane that Excel allows on common screens, in CSS pixels. */
const paneWidths = { least: 320, usual: 360, most: 450 } as const;

/** Not by a class: Fluent UI would give it to menus and message boxes as well, which would cover the page. */
const fullHeight = { height: '100%' } as const;

/** The whole page: a spreadsheet, and beside it the add-in's pane. */
export function WorkbenchPage({ application }: { readonly application: Application }) {
  useObservable(application);
  const [paneWidth, setPaneWidth] = useState<number>(paneWidths.usual);
  const { workbench, settings } = application;
  const { name } = workbench.book;
  useRegionKeys();
  return (
    <FluentProvider theme={fluentThemes[settings.theme]} style={fullHeight}>
      <div className="page" data-theme={settings.theme}>
        <Ribbon application={application} />
        <FormulaBar key={`bar of ${name}`} workbench={workbench} />
        <main className="body" aria-label="Workbook">
          <Grid key={name} workbench={workbench} />
          <Splitter
            label="Width of the pane"
            value={paneWidth}
            least={paneWidths.least}
            most={paneWidths.most}
            onChange={setPaneWidth}
          />
          <Pane application={application} width={paneWidth} />
        </main>
        <SheetBar key={`sheets of ${name}`} workbench={workbench} />
        <Inspector application={application} />
      </div>
      <CellMenu workbench={workbench} />
      <AlertDialog messages={workbench.messages} />
      <BlockedDialog application={application} />
    </FluentProvider>
  );
}
