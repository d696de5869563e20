import { readFileSync } from 'node:fs';
import path from 'node:path';

const DOCUMENT = path.join(__dirname, '../../docs/local-cloud-api.md');

export type ApiRow = {
  readonly api: string;
  readonly here: 'implemented' | 'refused' | 'platform-only';
  /** `cases`, or a test file. */
  readonly test: string;
  readonly remark: string;
};

/** The rows of docs/local-cloud-api.md. */
export const readApiTable = (): readonly ApiRow[] =>
  cellsOfRows().flatMap(([api = '', here, test = '', remark = '']) =>
    here === 'implemented' || here === 'refused' || here === 'platform-only' ? [{ api, here, test, remark }] : [],
  );

export type ErrorRow = { readonly code: string; readonly errCode: number };

export const readErrorTable = (): readonly ErrorRow[] =>
  cellsOfRows().flatMap(([code = '', number = '']) =>
    /^-\d+$/.test(number) ? [{ code, errCode: Number(number) }] : [],
  );

/** Rows that begin with a name in code. */
const cellsOfRows = (): string[][] =>
  readFileSync(DOCUMENT, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(1, -1).split('|'))
    .map(([name = '', ...cells]) => [name.replaceAll('`', '').trim(), ...cells.map((cell) => cell.trim())]);
