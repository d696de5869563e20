import {
  type AuditEntry,
  BEGINNING,
  canonical,
  type DailyDigest,
  daysToSeal,
  digestOfDay,
  link,
  type NewAuditEntry,
} from '@shared/domain/audit';
import { verifyChain, verifyEntries } from '@shared/domain/audit-faults';
import fc from 'fast-check';
import { sm3Hex } from '../../cloudfunctions/adapters/crypto/sm3';

const LENGTH = 10_000;
const DAY = '2026-11-23';

/** Each check hashes ten thousand entries, nearly all of them the same as in the check before. */
const hashes = new Map<string, string>();
const digest = (text: string): string => {
  const known = hashes.get(text) ?? sm3Hex(text);
  hashes.set(text, known);
  return known;
};

const anEntry = (given: Partial<NewAuditEntry> = {}): NewAuditEntry => ({
  at: Date.parse('2026-11-23T09:00:00+08:00'),
  actor: 'staff:liaison-1',
  action: 'ticket.show',
  about: 'TQ1#1',
  purpose: '',
  outcome: 'ok',
  ...given,
});

const chainOf = (length: number): AuditEntry[] => {
  const chain: AuditEntry[] = [];
  for (let i = 0; i < length; i++) {
    chain.push(link(chain.at(-1) ?? BEGINNING, anEntry({ at: anEntry().at + i, about: `TQ${i}#1` }), digest));
  }
  return chain;
};

const chain = chainOf(LENGTH);
const at = (number: number): AuditEntry => chain[number - 1] as AuditEntry;
const kept: DailyDigest[] = [];
for (const [day, lastNumber] of [
  ['2026-11-23', 4_000],
  ['2026-11-24', 4_000],
  ['2026-11-25', LENGTH],
] as const) {
  kept.push(digestOfDay(day, at(lastNumber), kept.at(-1), digest));
}
const faultsOf = (entries: readonly AuditEntry[], digests = kept) => verifyChain(entries, digests, digest);
const replaced = (number: number, ...by: AuditEntry[]) => [
  ...chain.slice(0, number - 1),
  ...by,
  ...chain.slice(number),
];
const number = fc.integer({ min: 1, max: LENGTH });
const FEW = { numRuns: 8 };

describe('审计链，一万条', () => {
  it('没有人动过，就没有一处不对', () => {
    expect(faultsOf(chain)).toEqual([]);
  });

  it.each<[keyof AuditEntry, unknown]>([
    ['at', 1],
    ['actor', 'staff:somebody-else'],
    ['action', 'ticket.list'],
    ['about', ''],
    ['purpose', 'followUp'],
    ['outcome', 'request.forbidden'],
    ['previous', '0'.repeat(64)],
    ['hash', '0'.repeat(64)],
    ['number', 77_777],
    ['number', 3],
    ['number', 'not a number'],
  ])('改了任何一条的 %s，都能指出是哪一条', (field, value) => {
    fc.assert(
      fc.property(number, (n) => {
        // The last one with a higher number is told as one that is missing and one too many: see below.
        fc.pre(n !== 3 && (n !== LENGTH || value !== 77_777));
        const faults = faultsOf(replaced(n, { ...at(n), [field]: value } as AuditEntry));
        expect(faults).toContainEqual({ fault: 'changed', number: n });
        // Besides, only what the next one or a digest says about the same entry.
        const others = faults.filter(
          ({ fault, number: where }) => fault !== 'changed' && where !== n && where !== n + 1,
        );
        expect(others).toEqual([]);
      }),
      FEW,
    );
  });

  it('最后一条改成更大的号：说缺了哪几条，也说多出来的那条不对', () => {
    expect(faultsOf(replaced(LENGTH, { ...at(LENGTH), number: 77_777 }))).toEqual([
      { fault: 'missing', number: LENGTH, upTo: 77_776 },
      { fault: 'changed', number: 77_777 },
    ]);
  });

  it('加了一个字段，也是改动', () => {
    const more = { ...at(50), note: 'added' };
    expect(faultsOf(replaced(50, more))).toEqual([{ fault: 'changed', number: 50 }]);
  });

  it('改了一条并重新算好它的校验值：下一条接不上', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LENGTH - 1 }), (n) => {
        const before = n === 1 ? BEGINNING : at(n - 1);
        const rewritten = link(before, anEntry({ outcome: 'request.forbidden' }), digest);
        expect(faultsOf(replaced(n, rewritten))).toContainEqual({ fault: 'unlinked', number: n + 1 });
      }),
      FEW,
    );
  });

  it('从某条起全部重写：留存的每日摘要对不上', () => {
    const rewritten = chain.slice(0, 2_000);
    for (const { number: _, previous: __, hash: ___, ...entry } of chain.slice(2_000)) {
      rewritten.push(link(rewritten.at(-1) ?? BEGINNING, { ...entry, outcome: 'ok', about: '' }, digest));
    }
    expect(faultsOf(rewritten)).toEqual([
      { fault: 'digestDiffers', number: 4_000, day: DAY },
      { fault: 'digestDiffers', number: 4_000, day: '2026-11-24' },
      { fault: 'digestDiffers', number: LENGTH, day: '2026-11-25' },
    ]);
  });

  it.each([
    ['第一条', 1, 1],
    ['中间一条', 5_000, 5_000],
    ['中间一段', 5_000, 5_400],
    ['留存摘要之前的末尾', LENGTH - 2, LENGTH],
    ['全部', 1, LENGTH],
  ])('删去%s，指出缺哪几条', (_, first, upTo) => {
    const rest = [...chain.slice(0, first - 1), ...chain.slice(upTo)];
    expect(faultsOf(rest)).toEqual([{ fault: 'missing', number: first, upTo }]);
  });

  it('删去任意一段', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 50 }), (first, more) => {
        const upTo = Math.min(first + more, LENGTH);
        expect(faultsOf([...chain.slice(0, first - 1), ...chain.slice(upTo)])).toEqual([
          { fault: 'missing', number: first, upTo },
        ]);
      }),
      FEW,
    );
  });

  it('插入一条旧的或伪造的，指出插在哪里', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: LENGTH }), number, (position, n) => {
        const old = [...chain.slice(0, position - 1), at(n), ...chain.slice(position - 1)];
        expect(faultsOf(old)).toContainEqual({ fault: 'repeated', number: n });
        const forged = link(at(position - 1), anEntry({ actor: 'staff:nobody' }), digest);
        const faults = faultsOf([...chain.slice(0, position - 1), forged, ...chain.slice(position - 1)]);
        expect(faults).toContainEqual({ fault: 'repeated', number: position });
      }),
      FEW,
    );
  });

  it('两条对调，或把一条挪到别处，指出乱在哪里', () => {
    fc.assert(
      fc.property(number, number, (from, to) => {
        fc.pre(from !== to);
        const moved = chain.filter((entry) => entry.number !== from);
        moved.splice(to - 1, 0, at(from));
        const behind = from < to ? from : from > to ? to : 0;
        expect(faultsOf(moved)).toEqual([{ fault: 'reordered', number: behind }]);
      }),
      FEW,
    );
    const swapped = [...chain];
    [swapped[99], swapped[100]] = [at(101), at(100)];
    expect(faultsOf(swapped)).toEqual([{ fault: 'reordered', number: 100 }]);
  });

  it('分段核对和一次核对的结论相同', () => {
    const broken = replaced(1_234, { ...at(1_234), about: '' }).filter((entry) => entry.number !== 5_000);
    const faults = [];
    let head = BEGINNING;
    for (let i = 0; i < broken.length; i += 500) {
      const checked = verifyEntries(broken.slice(i, i + 500), kept, digest, head);
      faults.push(...checked.faults);
      head = checked.head;
    }
    expect(faults).toEqual(faultsOf(broken));
    expect(head.number).toBe(LENGTH);
  });
});

describe('每日摘要', () => {
  it.each<[keyof DailyDigest, unknown]>([
    ['firstNumber', 2],
    ['lastNumber', 3_999],
    ['head', '0'.repeat(64)],
    ['previous', '0'.repeat(64)],
    ['hash', '0'.repeat(64)],
    ['day', '2026-11-22'],
  ])('改了摘要的 %s，指出是哪一天', (field, value) => {
    const changed = kept.map((digest, i) => (i === 0 ? { ...digest, [field]: value } : digest));
    const faults = faultsOf(chain, changed);
    const { day } = changed[0] as DailyDigest;
    expect(faults).toContainEqual(expect.objectContaining({ fault: 'digestChanged', day }));
  });

  it('少了一天，指出是哪一天', () => {
    expect(
      faultsOf(
        chain,
        kept.filter(({ day }) => day !== '2026-11-24'),
      ),
    ).toEqual([{ fault: 'digestMissing', number: LENGTH, day: '2026-11-24' }]);
  });

  it('没有记录的一天也有摘要，接着前一天', () => {
    expect(kept[1]).toMatchObject({ firstNumber: 4_001, lastNumber: 4_000, head: at(4_000).hash });
  });

  it('时钟慢的实例晚到的记录归入后一天：摘要从不后退', () => {
    expect(digestOfDay('2026-11-24', at(3_990), kept[0], digest)).toMatchObject({ lastNumber: 4_000 });
  });

  it('补齐每个已结束而没有摘要的日子，今天还没有结束', () => {
    expect(daysToSeal(undefined, '2026-11-29', '2026-12-02')).toEqual(['2026-11-29', '2026-11-30', '2026-12-01']);
    expect(daysToSeal('2026-11-30', '2026-11-01', '2026-12-01')).toEqual([]);
  });
});

it('两条不同的记录绝没有相同的原文', () => {
  const text = fc.string({ unit: 'binary', maxLength: 6 });
  const entry = fc.record({ at: fc.nat(3), actor: text, action: text, about: text, purpose: text, outcome: text });
  fc.assert(
    fc.property(entry, entry, (one, other) => {
      const same = Object.entries(one).every(([field, value]) => other[field as keyof typeof other] === value);
      expect(canonical(one) === canonical(other)).toBe(same);
    }),
    { numRuns: 2_000 },
  );
  expect(canonical({ actor: 'a","b', action: '' })).not.toBe(canonical({ actor: 'a', action: 'b' }));
});
