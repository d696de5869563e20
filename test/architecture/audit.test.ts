import { productFiles } from './source-files';

/** They name the collections: their indexes, the adapter, and the export of the local demo. */
const MAY_NAME = [
  'cloudfunctions/adapters/wx/wx-audit-log.ts',
  'cloudfunctions/demo/audit-export.ts',
  'cloudfunctions/schema.ts',
];
const NAMES = /['"`](audit|auditDigests)['"`]|\b(audit|auditDigests): \[/;
const CHANGES = /\.(update|remove|set|replace|modify|delete|runTransaction|startTransaction)\(/;

describe('审计日志', () => {
  const naming = productFiles().filter(({ path, text }) => /^(shared|cloudfunctions)\//.test(path) && NAMES.test(text));

  it('只有一处读写它', () => {
    expect(naming.map(({ path }) => path).sort()).toEqual(MAY_NAME);
  });

  it('没有一处改动或删除它', () => {
    expect(naming.filter(({ text }) => CHANGES.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
