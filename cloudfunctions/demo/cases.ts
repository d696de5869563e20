import { receiptCodeText, type Service, type ServiceCase, serviceKeyOf } from '@shared/domain/service-case';
import type { Instant } from '@shared/kernel/time';
import type { Directory } from './organizations';

/** 办件: its item is the `item`-th of the last step's window, its applicants are accounts. */
export type CaseRow = {
  readonly caseNo: string;
  /** Windows where it was served and what was done, in order. */
  readonly steps: readonly (readonly [windowId: string, name: string])[];
  readonly item: number;
  readonly applicants: readonly string[];
  /** 预留手机号 of the applicants. */
  readonly phones?: readonly string[];
  /** 查询码 that is printed on the receipt slip. */
  readonly receiptCode?: string;
  /** Negative: it will be finished only then. */
  readonly finishedDaysAgo: number;
};

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const finished = (
  caseNo: string,
  windowId: string,
  item: number,
  finishedDaysAgo: number,
  ...applicants: string[]
): CaseRow => ({
  caseNo,
  steps: [[windowId, '办结']],
  item,
  applicants,
  // What nobody applied for from an account is known by the slip that was handed over at the window.
  ...(applicants.length === 0 && { receiptCode: `R${caseNo.slice(-4)}` }),
  finishedDaysAgo,
});

/** The case numbers are fictional. What nobody applied for is for typing its number at the window. */
export const CASES: readonly CaseRow[] = [
  finished('TQ20260001', 'tq01', 0, 1, 'demo-citizen-1'),
  finished('TQ20260002', 'tq09', 0, 2, 'demo-citizen-1'),
  finished('TQ20260003', 'tq10002', 1, 4, 'demo-citizen-1'),
  {
    caseNo: 'TQ20260004',
    steps: [
      ['tq07', '受理'],
      ['tq07', '补正'],
      ['tq07', '办结'],
    ],
    item: 1,
    applicants: ['demo-citizen-1'],
    finishedDaysAgo: 3,
  },
  finished('TQ20260005', 'tq05', 0, -30, 'demo-citizen-1'),
  finished('TQ20260006', 'tq10020101', 0, 5, 'demo-citizen-3'),
  finished('TQ20260007', 'tq08', 1, 1, 'demo-citizen-3'),
  finished('TQ20260008', 'tq03', 1, 6, 'demo-citizen-3'),
  finished('CZ20260001', 'cz04', 1, 1, 'demo-citizen-2'),
  finished('CZ20260002', 'cz10', 0, 2, 'demo-citizen-2'),
  {
    caseNo: 'CZ20260003',
    steps: [
      ['xq03', '受理'],
      ['xq03', '办结'],
    ],
    item: 2,
    applicants: ['demo-citizen-2'],
    finishedDaysAgo: 2,
  },
  finished('CZ20260004', 'xq00701', 1, 5, 'demo-citizen-2'),
  finished('CZ20260005', 'fq01', 0, 7, 'demo-citizen-2'),
  finished('CZ20260006', 'cz07', 1, 3, 'demo-citizen-3'),
  finished('CZ20260007', 'xq00700201', 0, 8, 'demo-citizen-3'),
  finished('TQ20260101', 'tq01', 1, 1),
  finished('TQ20260102', 'tq03', 0, 1),
  finished('TQ20260103', 'tq06', 3, 2),
  finished('TQ20260104', 'tq10001', 0, 2),
  finished('TQ20260105', 'tq10220101', 0, 3),
  finished('CZ20260101', 'cz01', 0, 1),
  finished('CZ20260102', 'cz04', 0, 1),
  finished('CZ20260103', 'xq02', 0, 2),
  finished('CZ20260104', 'xq00701', 0, 2),
  finished('CZ20260105', 'ca11020001', 1, 3),
];

/** How accounts, phones and codes are known in the cloud. */
export type BlindRefs = {
  readonly accountRef: (openid: string) => string;
  readonly index: (kind: 'phone' | 'receiptCode', value: string) => string;
};

/** Throws when a row names a window or an item that the directory lacks. */
export const casesOf = (
  rows: readonly CaseRow[],
  directory: Directory,
  { accountRef, index: blindIndex }: BlindRefs,
  now: Instant,
): readonly ServiceCase[] =>
  rows.map(({ caseNo, steps, item, applicants, phones = [], receiptCode, finishedDaysAgo }, index) => {
    const finishedAt = now - finishedDaysAgo * DAY - index * 7 * 60 * 1000;
    const services = steps.map((step, i) =>
      serviceOf(caseNo, i + 1, step, finishedAt - (steps.length - 1 - i) * 2 * HOUR, directory),
    );
    const window = directory.windows.find(({ _id }) => _id === steps.at(-1)?.[0]);
    const itemCode = window?.itemCodes[item];
    if (!window || itemCode === undefined) throw new Error(`demo: case ${caseNo} has no window or item`);
    return {
      _id: caseNo,
      itemCode,
      orgId: window.orgId,
      applicantRefs: [...applicants.map(accountRef), ...phones.map((phone) => blindIndex('phone', phone))],
      receiptCodeIndex:
        receiptCode === undefined ? null : blindIndex('receiptCode', receiptCodeText(caseNo, receiptCode)),
      ratableFrom: finishedAt,
      finishedAt,
      services,
      figuresAt: finishedAt,
    };
  });

const serviceOf = (
  caseNo: string,
  serviceNo: number,
  [windowId, name]: CaseRow['steps'][number],
  at: Instant,
  { staff }: Directory,
): Service => {
  const clerk = staff.find(({ _id }) => _id === `clerk-${windowId}`);
  if (!clerk) throw new Error(`demo: case ${caseNo} has no clerk at ${windowId}`);
  return {
    key: serviceKeyOf(caseNo, serviceNo),
    serviceNo,
    name,
    windowId,
    staffId: clerk._id,
    staffName: clerk.name,
    at,
  };
};
