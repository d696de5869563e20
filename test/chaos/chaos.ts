import { parseArgs } from 'node:util';
import { ACCIDENTS, ALL_AT_ONCE } from './accidents';
import { rateUnder, type StormFigures } from './rating-storm';

const COLUMNS: readonly (readonly [keyof StormFigures, string])[] = [
  ['operations', '操作'],
  ['tries', '尝试'],
  ['injected', '注入故障'],
  ['acknowledged', '已确认'],
  ['lost', '丢失'],
  ['doubled', '重复'],
];
const WIDTH = 10;
const NAME_WIDTH = 18;

/** A character of the Chinese script takes two columns. */
const padded = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0))) + text;

const rowOf = (name: string, cells: readonly (string | number)[]): string =>
  padded(name, NAME_WIDTH) + cells.map((cell) => padded(String(cell), WIDTH)).join('');

const isSound = ({ operations, acknowledged, injected, lost, doubled }: StormFigures): boolean =>
  lost === 0 && doubled === 0 && injected > 0 && acknowledged === operations;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { operations: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
  });
  const storm = { operations: Number(values.operations), seed: Number(values.seed) };
  console.log(`多人评价时，云在出故障（每种 ${storm.operations} 人，种子 ${storm.seed}）：`);
  console.log(
    rowOf(
      '故障',
      COLUMNS.map(([, title]) => title),
    ),
  );
  const all: StormFigures[] = [];
  for (const accident of [...ACCIDENTS, ALL_AT_ONCE]) {
    const figures = await rateUnder(accident, storm);
    all.push(figures);
    console.log(
      rowOf(
        figures.name,
        COLUMNS.map(([column]) => figures[column]),
      ),
    );
  }
  const unsound = all.filter((figures) => !isSound(figures));
  console.log(
    unsound.length === 0
      ? '全部评价都已确认，没有丢失，没有重复。'
      : `有问题：${unsound.map(({ name }) => name).join('、')}。`,
  );
  process.exitCode = unsound.length === 0 ? 0 : 1;
};

void main();
