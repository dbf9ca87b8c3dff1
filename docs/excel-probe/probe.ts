/* eslint-disable office-addins/no-context-sync-in-loop */
/**
 * Asks a real Excel what the workbench only assumes of it.
 *
 * How to run it: Excel → Insert → Add-ins → Script Lab → Code → New snippet → paste this file over the tab "Script" →
 * Run → Run in this pane → Console. It takes about a minute, works on a sheet of its own in the open workbook (take an
 * empty one) and takes that away again. The last lines are for `answers.json`.
 *
 * "yes" always means: Excel does what the workbench does.
 */

type Answer = 'yes' | 'no' | null;

interface Probe {
  readonly id: string;
  readonly asks: string;
  /** true: yes; null: cannot be asked here. */
  readonly test: (sheetName: string) => Promise<boolean | null>;
}

/** Code of the error that a batch ends with, '' where it succeeds. */
async function codeOf(batch: (context: Excel.RequestContext) => Promise<unknown>): Promise<string> {
  try {
    await Excel.run(batch);
    return '';
  } catch (error) {
    return error instanceof OfficeExtension.Error ? error.code : 'other';
  }
}

function onSheet(
  name: string,
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void | Promise<void>,
): Promise<string> {
  return codeOf(async (context) => {
    await work(context.workbook.worksheets.getItem(name), context);
    await context.sync();
  });
}

/** Values of a range, read in a batch of its own. */
async function valuesOf(name: string, address: string): Promise<unknown[][]> {
  let values: unknown[][] = [];
  await onSheet(name, async (sheet, context) => {
    const range = sheet.getRange(address).load('values');
    await context.sync();
    values = range.values;
  });
  return values;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Addresses of the onChanged events that `work` raises, in order; `note` adds words of the caller's to them. */
async function changesDuring(
  name: string,
  work: (note: (words: string) => void) => Promise<unknown>,
): Promise<string[]> {
  const heard: string[] = [];
  let handler: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs> | undefined;
  await onSheet(name, (sheet) => {
    handler = sheet.onChanged.add((event) => {
      heard.push(event.address);
      return Promise.resolve();
    });
  });
  await work((words) => heard.push(words));
  await pause(1500);
  if (handler !== undefined) {
    const { context } = handler;
    handler.remove();
    await context.sync();
  }
  return heard;
}

const probes: readonly Probe[] = [
  {
    id: 'H01',
    asks: 'Excel on the web: a request of 4.8 MB (of 1,048,576 bytes) goes through, one of 5.2 MB is refused',
    test: async (name) => {
      if (Office.context.platform !== Office.PlatformType.OfficeOnline) return null;
      const send = (bytes: number) =>
        onSheet(name, (sheet) => {
          const text = 'x'.repeat(30_000);
          for (let row = 0; row < bytes / 30_100; row += 1) sheet.getCell(row, 0).untrack().values = [[text]];
        });
      const small = await send(4.8 * 1_048_576);
      const large = await send(5.2 * 1_048_576);
      return small === '' && large === 'RequestPayloadSizeLimitExceeded';
    },
  },
  {
    id: 'H02',
    asks: 'What a batch did before its failing action stays done',
    test: async (name) => {
      const code = await onSheet(name, (sheet) => {
        sheet.getRange('A1').values = [[1]];
        sheet.getRange('no such range').values = [[2]];
      });
      return code !== '' && (await valuesOf(name, 'A1'))[0]?.[0] === 1;
    },
  },
  {
    id: 'H03',
    asks: 'A range follows inserted rows, and is lost with its last cell',
    test: async (name) => {
      let moved = '';
      const code = await onSheet(name, async (sheet, context) => {
        const range = sheet.getRange('A5').load('address');
        await context.sync();
        sheet.getRange('1:1').insert('Down');
        range.load('address');
        await context.sync();
        moved = range.address;
        sheet.getRange('6:6').delete('Up');
        range.load('address');
      });
      return moved.endsWith('!A6') && code !== '';
    },
  },
  {
    id: 'H04',
    asks: 'A read after a write in one batch sees the formula calculated',
    test: async (name) => {
      let result: unknown;
      await onSheet(name, async (sheet, context) => {
        sheet.getRange('A1:B1').formulas = [[1, '=A1+1']];
        sheet.getRange('A1').values = [[5]];
        const range = sheet.getRange('B1').load('values');
        await context.sync();
        result = range.values[0]?.[0];
      });
      return result === 6;
    },
  },
  {
    id: 'H05',
    asks: 'One formula for a range is adjusted for each of its cells',
    test: async (name) => {
      let formula: unknown;
      await onSheet(name, async (sheet, context) => {
        sheet.getRange('B1:B3').formulas = '=A1*2' as unknown as string[][];
        const range = sheet.getRange('B3').load('formulas');
        await context.sync();
        formula = range.formulas[0]?.[0];
      });
      return formula === '=A3*2';
    },
  },
  {
    id: 'H06',
    asks: 'A text of 32,768 characters is refused with InvalidArgument, and its neighbour is not written either',
    test: async (name) => {
      const code = await onSheet(name, (sheet) => {
        sheet.getRange('A1:B1').values = [['x'.repeat(32_768), 'neighbour']];
      });
      return code === 'InvalidArgument' && (await valuesOf(name, 'B1'))[0]?.[0] === '';
    },
  },
  {
    id: 'H07',
    asks: 'copyFrom of all brings lock, validation and conditional format',
    test: async (name) => {
      let brought = false;
      await onSheet(name, async (sheet, context) => {
        const source = sheet.getRange('A1');
        source.format.protection.locked = false;
        source.dataValidation.rule = { list: { inCellDropDown: true, source: 'one,two' } };
        source.conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
        const target = sheet.getRange('C1');
        target.copyFrom(source, 'All');
        target.load('format/protection/locked,dataValidation/type');
        const count = target.conditionalFormats.getCount();
        await context.sync();
        brought = !target.format.protection.locked && target.dataValidation.type === 'List' && count.value === 1;
      });
      return brought;
    },
  },
  {
    id: 'H08',
    asks: 'autofitColumns makes the column of a longer text wider',
    test: async (name) => {
      let wider = false;
      await onSheet(name, async (sheet, context) => {
        sheet.getRange('A1:B1').values = [['short', 'a text that is a good deal longer']];
        const range = sheet.getRange('A1:B1');
        range.format.autofitColumns();
        const [first, second] = [sheet.getRange('A1'), sheet.getRange('B1')];
        first.load('format/columnWidth');
        second.load('format/columnWidth');
        await context.sync();
        wider = second.format.columnWidth > first.format.columnWidth;
      });
      return wider;
    },
  },
  {
    id: 'H09',
    asks: 'Activating a hidden sheet fails with InvalidOperation',
    test: async () => {
      const code = await codeOf(async (context) => {
        const sheet = context.workbook.worksheets.add('Probe hidden');
        sheet.visibility = 'Hidden';
        await context.sync();
        sheet.activate();
        await context.sync();
      });
      await codeOf(async (context) => {
        context.workbook.worksheets.getItem('Probe hidden').delete();
        await context.sync();
      });
      return code === 'InvalidOperation';
    },
  },
  {
    id: 'H10',
    asks: 'Prompt and alert can be set for cells without a rule',
    test: async (name) => {
      let kept = false;
      const code = await onSheet(name, async (sheet, context) => {
        const { dataValidation } = sheet.getRange('A1');
        dataValidation.prompt = { showPrompt: true, title: 'title', message: 'message' };
        dataValidation.errorAlert = { showAlert: false, style: 'Stop', title: '', message: '' };
        dataValidation.load('prompt,type');
        await context.sync();
        kept = dataValidation.prompt.message === 'message' && dataValidation.type === 'None';
      });
      return code === '' && kept;
    },
  },
  {
    id: 'H11',
    asks: 'A wrong password fails with InvalidArgument',
    test: async (name) => {
      await onSheet(name, (sheet) => {
        sheet.protection.protect({}, 'right');
      });
      const code = await onSheet(name, (sheet) => {
        sheet.protection.unprotect('wrong');
      });
      await onSheet(name, (sheet) => {
        sheet.protection.unprotect('right');
      });
      return code === 'InvalidArgument';
    },
  },
  {
    id: 'H12',
    asks: 'Locks cannot be changed while the sheet is protected, even with formatting cells allowed',
    test: async (name) => {
      await onSheet(name, (sheet) => {
        sheet.protection.protect({ allowFormatCells: true });
      });
      const code = await onSheet(name, (sheet) => {
        sheet.getRange('A1').format.protection.locked = false;
      });
      return code === 'AccessDenied';
    },
  },
  {
    id: 'H13',
    asks: 'Data validation of an unlocked cell cannot be changed while the sheet is protected',
    test: async (name) => {
      await onSheet(name, (sheet) => {
        sheet.getRange('A1').format.protection.locked = false;
        sheet.protection.protect();
      });
      const code = await onSheet(name, (sheet) => {
        sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'one,two' } };
      });
      return code === 'AccessDenied';
    },
  },
  {
    id: 'H14',
    asks: 'With allowInsertRows, a row of locked cells is still not inserted',
    test: async (name) => {
      await onSheet(name, (sheet) => {
        sheet.protection.protect({ allowInsertRows: true });
      });
      const code = await onSheet(name, (sheet) => {
        sheet.getRange('2:2').insert('Down');
      });
      return code === 'AccessDenied';
    },
  },
  {
    id: 'H15',
    asks: 'Frozen panes, page orientation, tab colour and gridlines change on a protected sheet',
    test: async (name) => {
      await onSheet(name, (sheet) => {
        sheet.protection.protect();
      });
      const code = await onSheet(name, (sheet) => {
        sheet.freezePanes.freezeRows(1);
        sheet.pageLayout.orientation = 'Landscape';
        sheet.tabColor = '#FF0000';
        sheet.showGridlines = false;
      });
      return code === '';
    },
  },
  {
    id: 'H16',
    asks: 'A title over 32, a prompt over 255 and an alert over 224 characters are refused',
    test: async (name) => {
      const refused = async (prompt: string, alert: string, title: string) => {
        const code = await onSheet(name, (sheet) => {
          const { dataValidation } = sheet.getRange('A1');
          dataValidation.rule = { list: { inCellDropDown: true, source: 'one,two' } };
          dataValidation.prompt = { showPrompt: true, title, message: prompt };
          dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: '', message: alert };
        });
        return code !== '';
      };
      const fits = await refused('x'.repeat(255), 'x'.repeat(224), 'x'.repeat(32));
      const prompt = await refused('x'.repeat(256), '', '');
      const alert = await refused('', 'x'.repeat(226), '');
      const title = await refused('', '', 'x'.repeat(33));
      return !fits && prompt && alert && title;
    },
  },
  {
    id: 'H17',
    asks: 'A new rule keeps prompt and alert',
    test: async (name) => {
      let kept = false;
      await onSheet(name, async (sheet, context) => {
        const { dataValidation } = sheet.getRange('A1');
        dataValidation.rule = { list: { inCellDropDown: true, source: 'one,two' } };
        dataValidation.prompt = { showPrompt: true, title: 'title', message: 'message' };
        dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'GreaterThan' } };
        dataValidation.load('prompt');
        await context.sync();
        kept = dataValidation.prompt.message === 'message';
      });
      return kept;
    },
  },
  {
    id: 'H18',
    asks: 'onChanged does not tell of a cell that is only recalculated',
    test: async (name) => {
      await onSheet(name, (sheet) => {
        sheet.getRange('A1:B1').formulas = [[1, '=A1+1']];
      });
      const heard = await changesDuring(name, () =>
        onSheet(name, (sheet) => {
          sheet.getRange('A1').values = [[2]];
        }),
      );
      return heard.join() === 'A1';
    },
  },
  {
    id: 'H19',
    asks: 'A write of 2,000 cells raises more than one onChanged',
    test: async (name) => {
      const heard = await changesDuring(name, () =>
        onSheet(name, (sheet) => {
          sheet.getRange('A1:T100').values = Array.from({ length: 100 }, () => Array.from({ length: 20 }, () => 1));
        }),
      );
      return heard.length > 1;
    },
  },
  {
    id: 'H20',
    asks: "Events of the add-in's own write come after context.sync() has returned",
    test: async (name) => {
      const heard = await changesDuring(name, async (note) => {
        await onSheet(name, async (sheet, context) => {
          sheet.getRange('A1').values = [[3]];
          await context.sync();
          note('answer');
        });
      });
      return heard.join() === 'answer,A1';
    },
  },
  {
    id: 'H21',
    asks: 'workbook.settings shows what Office.context.document.settings saved',
    test: async () => {
      const { settings } = Office.context.document;
      settings.set('excel-probe', 'here');
      await new Promise((resolve) => {
        settings.saveAsync(resolve);
      });
      let value: unknown;
      await codeOf(async (context) => {
        const setting = context.workbook.settings.getItemOrNullObject('excel-probe').load('value');
        await context.sync();
        value = setting.isNullObject ? undefined : setting.value;
      });
      settings.remove('excel-probe');
      await new Promise((resolve) => {
        settings.saveAsync(resolve);
      });
      return value === 'here';
    },
  },
  {
    id: 'H22',
    asks: 'A list of entries of 256 characters is refused with InvalidArgument',
    test: async (name) => {
      const code = await onSheet(name, (sheet) => {
        sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'x'.repeat(256) } };
      });
      return code === 'InvalidArgument';
    },
  },
];

/** Runs one probe on a new sheet, which is taken away afterwards. */
async function ask(probe: Probe): Promise<Answer> {
  const name = `Probe ${probe.id}`;
  await codeOf(async (context) => {
    context.workbook.worksheets.getItemOrNullObject(name).delete();
    context.workbook.worksheets.add(name);
    await context.sync();
  });
  const result = await probe.test(name);
  await codeOf(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.load('protected');
    await context.sync();
    if (sheet.protection.protected) sheet.protection.unprotect();
    sheet.delete();
    await context.sync();
  });
  return result === null ? null : result ? 'yes' : 'no';
}

async function askAll(): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  for (const probe of probes) {
    try {
      answers[probe.id] = await ask(probe);
    } catch (error) {
      console.error(probe.id, error);
      answers[probe.id] = null;
    }
    console.log(`${probe.id} ${String(answers[probe.id] ?? 'not asked')}: ${probe.asks}`);
  }
  return answers;
}

const asked = Office.onReady()
  .then(askAll)
  .then((answers) => {
    const { host, platform, version } = Office.context.diagnostics;
    console.log(`${String(host)} ${String(platform)} ${version}`);
    console.log(JSON.stringify(answers, null, 2));
    return answers;
  });
