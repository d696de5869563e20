import type { Org } from '@shared/domain/organization';
import { openTicket, type Route, routeOf } from '@shared/domain/ticket';
import { pinMissingClocks } from '@shared/domain/ticket-clocks';
import type { CalendarYear } from '@shared/domain/working-time';
import { dayOf, instantOf } from '@shared/kernel/time';
import { chaozhou } from '@shared/policy/profiles/chaozhou';
import { taiqian } from '@shared/policy/profiles/taiqian';
import fc from 'fast-check';
import { anOrg, aWindow } from './builders';

const NOW = instantOf('2026-11-20', '10:00');

const routeFor = (path: readonly Org[], rules = taiqian.ticket, given = {}, ratedStaffId: string | null = null) =>
  routeOf(aWindow(path, given), ratedStaffId, path, rules, NOW);

const county = anOrg('台前县人民政府', 'government', 'county');
const bureau = anOrg('台前县政务服务数据管理局', 'bureau', 'county');
const countyCenter = anOrg('台前县行政服务中心', 'center', 'county');
const agency = anOrg('台前县人力资源和社会保障局', 'agency', 'county');
const town = anOrg('侯庙镇人民政府', 'government', 'town');
const townCenter = anOrg('侯庙镇便民服务中心', 'center', 'town');
const townOffice = anOrg('侯庙镇社会事务办', 'agency', 'town');
const village = anOrg('某村村民委员会', 'government', 'village');
const villageStation = anOrg('某村便民服务站', 'center', 'village');

describe('台前县 差评工单派给谁', () => {
  it('第十一条 县中心的窗口：派给窗口上的单位', () => {
    expect(routeFor([county, bureau, countyCenter, agency])).toEqual({
      unitId: agency._id,
      bureauId: bureau._id,
      dispatched: true,
      basis: taiqian.ticket.handledBy.county.basis,
    });
  });

  it('第十一条 县中心自己的综合窗口：派给县中心', () => {
    expect(routeFor([county, bureau, countyCenter])).toMatchObject({ unitId: countyCenter._id, dispatched: true });
  });

  it('第十条 镇中心的窗口：派给镇政府，不派给坐窗口的', () => {
    expect(routeFor([county, bureau, town, townCenter, townOffice])).toMatchObject({ unitId: town._id });
    expect(routeFor([county, bureau, town, townCenter, agency])).toMatchObject({ unitId: town._id });
  });

  it('第十条 村站的窗口：也派给镇政府', () => {
    expect(routeFor([county, bureau, town, village, villageStation])).toMatchObject({
      unitId: town._id,
      dispatched: true,
    });
  });

  it('没有责任人员的单位，由政数局派单', () => {
    const vacant = { ...agency, liaisonIds: [] };
    expect(routeFor([county, bureau, countyCenter, vacant])).toMatchObject({ unitId: bureau._id, dispatched: false });
    const vacantTown = { ...town, liaisonIds: [] };
    expect(routeFor([county, bureau, vacantTown, townCenter])).toMatchObject({ unitId: bureau._id, dispatched: false });
  });

  it('唯一的责任人员请假、没有代理：由政数局派单；有代理人在，或已经回来，就照派', () => {
    const path = [county, bureau, countyCenter];
    const away = { ...agency, liaisonIds: ['liaison'], awayUntil: { liaison: NOW + 1 } };
    const back = { ...away, awayUntil: { liaison: NOW } };
    const covered = { ...away, deputies: { colleague: { from: NOW, until: NOW + 1 } } };
    const over = { ...away, deputies: { colleague: { from: NOW - 9, until: NOW } } };
    for (const [unit, dispatched] of [
      [away, false],
      [back, true],
      [covered, true],
      [over, false],
    ] as const) {
      expect(routeFor([...path, unit])).toMatchObject({ dispatched, unitId: dispatched ? agency._id : bureau._id });
    }
    // The deputy was rated himself.
    expect(routeFor([...path, covered], taiqian.ticket, {}, 'colleague')).toMatchObject({ dispatched: false });
  });

  it('责任人员自己就是被评价的人：不派给他，由政数局派单；还有别的责任人员就照派', () => {
    const path = [county, bureau, countyCenter, agency];
    expect(routeFor(path, taiqian.ticket, {}, 'liaison')).toMatchObject({ unitId: bureau._id, dispatched: false });
    const twoOfThem = [county, bureau, countyCenter, { ...agency, liaisonIds: ['liaison', 'deputy'] }];
    expect(routeFor(twoOfThem, taiqian.ticket, {}, 'liaison')).toMatchObject({ unitId: agency._id, dispatched: true });
  });

  it('名录里找不到的单位或镇政府，也由政数局派单', () => {
    expect(routeFor([county, bureau, countyCenter], taiqian.ticket, { orgId: 'gone' })).toMatchObject({
      unitId: bureau._id,
      dispatched: false,
    });
    expect(routeFor([county, bureau, townCenter])).toMatchObject({ unitId: bureau._id, dispatched: false });
  });

  it('名录里没有政数局或中心，是名录错了，不会悄悄丢掉', () => {
    expect(() => routeFor([county, countyCenter, agency])).toThrow('directory');
    expect(() => routeFor([county, bureau, agency])).toThrow('directory');
  });
});

describe('潮州市 差评工单派给谁', () => {
  const city = anOrg('潮州市人民政府', 'government', 'city');
  const cityBureau = anOrg('潮州市政务服务数据管理局', 'bureau', 'city');
  const cityCenter = anOrg('潮州市政务服务中心', 'center', 'city');
  const water = anOrg('潮州市供水企业', 'enterprise', 'city');
  const party = anOrg('潮州市党群序列单位', 'agency', 'city');
  const district = anOrg('湘桥区人民政府', 'government', 'county');
  const districtBureau = anOrg('湘桥区政务服务数据管理局', 'bureau', 'county');
  const street = anOrg('某街道办事处', 'government', 'town');
  const streetCenter = anOrg('某街道便民服务中心', 'center', 'town');
  const community = anOrg('某社区居民委员会', 'government', 'village');
  const station = anOrg('某社区便民服务站', 'center', 'village');
  const zone = anOrg('凤泉湖高新区管委会', 'zone', 'county');
  const zoneBureau = anOrg('凤泉湖高新区政务服务管理机构', 'bureau', 'county');
  const zoneCenter = anOrg('凤泉湖高新区政务服务中心', 'center', 'county');
  const zoneUnit = anOrg('凤泉湖高新区经济发展局', 'agency', 'county');

  it.each<[string, readonly Org[], Org, Org]>([
    ['市中心里具有公共服务职能的企业', [city, cityBureau, cityCenter, water], water, cityBureau],
    ['市中心里列为党群序列的单位', [city, cityBureau, cityCenter, party], party, cityBureau],
    ['街道', [city, cityBureau, district, districtBureau, street, streetCenter, street], street, districtBureau],
    ['社区', [city, cityBureau, district, districtBureau, street, community, station], station, districtBureau],
    ['高新区', [city, cityBureau, zone, zoneBureau, zoneCenter, zoneUnit], zoneUnit, zoneBureau],
  ])('第二条、第十一条 %s的差评由自己整改，由最近的政数局转办', (_, path, unit, nearest) => {
    expect(routeFor(path, chaozhou.ticket)).toMatchObject({
      unitId: unit._id,
      bureauId: nearest._id,
      dispatched: true,
      basis: { article: '第二条、第十一条' },
    });
  });

  it('第四条 高新区没有责任人员的，归高新区自己的机构派单，不归市局', () => {
    const vacant = { ...zoneUnit, liaisonIds: [] };
    expect(routeFor([city, cityBureau, zone, zoneBureau, zoneCenter, vacant], chaozhou.ticket)).toMatchObject({
      unitId: zoneBureau._id,
      dispatched: false,
    });
  });

  it('every directory with a bureau and a centre gets every bad rating to somebody of the window’s own orgs', () => {
    const levels = fc.constantFrom('city', 'county', 'town', 'village');
    const kinds = fc.constantFrom<Org['kind']>('government', 'zone', 'agency', 'enterprise');
    const others = fc.array(fc.tuple(kinds, levels, fc.boolean()), { maxLength: 4 });
    fc.assert(
      fc.property(others, levels, others, fc.constantFrom(taiqian, chaozhou), (above, level, below, place) => {
        const orgs = [...above, ...below].map(([kind, at, vacant], i) =>
          anOrg(`o${i}`, kind, at, vacant ? { liaisonIds: [] } : {}),
        );
        const path = [
          ...orgs.slice(0, above.length),
          anOrg('bureau', 'bureau', 'county', { liaisonIds: [] }),
          anOrg('center', 'center', level),
          ...orgs.slice(above.length),
        ];
        const route = routeFor(path, place.ticket);
        const unit = path.find((org) => org._id === route.unitId);
        expect(route.bureauId).toBe('bureau');
        expect(route.dispatched ? unit?.liaisonIds : unit?._id).toEqual(route.dispatched ? ['liaison'] : 'bureau');
      }),
    );
  });
});

const rules = { ...taiqian.ticket, ...taiqian.workingTime };
const toUnit: Route = {
  unitId: 'unit',
  bureauId: 'bureau',
  dispatched: true,
  basis: taiqian.ticket.handledBy.county.basis,
};
const toBureau: Route = { ...toUnit, unitId: 'bureau', dispatched: false };
const clocksOf = (route: Route, day: string, time = '10:00') =>
  openTicket('T1', route, instantOf(day, time), rules).clocks.map((clock) => [
    clock.step,
    clock.deadline ? dayOf(clock.deadline.dueAt) : clock.missingYear,
  ]);

describe('开工单', () => {
  it('派到单位的，从开单起算签收和整改', () => {
    expect(openTicket('T1', toUnit, instantOf('2026-11-23', '10:00'), rules)).toMatchObject({
      ticketNo: 'T1',
      state: 'awaitingAcceptance',
      unitId: 'unit',
      bureauId: 'bureau',
      routedBy: { article: '第十一条' },
      dueAt: instantOf('2026-11-24', '17:30'),
      calendarMissing: null,
    });
    expect(clocksOf(toUnit, '2026-11-23')).toEqual([
      ['accept', '2026-11-24'],
      ['rectify', '2026-11-30'],
    ]);
  });

  it('待派单的还有派单的时限', () => {
    expect(openTicket('T1', toBureau, instantOf('2026-11-23', '10:00'), rules)).toMatchObject({
      state: 'awaitingDispatch',
      unitId: 'bureau',
    });
    expect(clocksOf(toBureau, '2026-11-23').map(([step]) => step)).toEqual(['dispatch', 'accept', 'rectify']);
  });

  it('年底的工单照样开，等放假安排的时限写明在等哪一年', () => {
    const ticket = openTicket('T1', toUnit, instantOf('2026-12-30', '10:00'), rules);
    expect(clocksOf(toUnit, '2026-12-30')).toEqual([
      ['accept', '2026-12-31'],
      ['rectify', 2027],
    ]);
    expect(ticket).toMatchObject({ dueAt: instantOf('2026-12-31', '17:30'), calendarMissing: 2027 });
  });

  it('跨年夜的工单一个时限也算不出，也照样开', () => {
    const ticket = openTicket('T1', toBureau, instantOf('2026-12-31', '23:59'), rules);
    expect(ticket).toMatchObject({ state: 'awaitingDispatch', dueAt: null, calendarMissing: 2027 });
    expect(ticket.clocks).toHaveLength(3);
  });

  it('当日不计入：缺的是要数的那一年，不是开单的那一年', () => {
    const only2025 = { ...rules, calendar: rules.calendar.filter(({ year }) => year === 2025) };
    const ticket = openTicket('T1', toUnit, instantOf('2026-12-31', '10:00'), only2025);
    expect(ticket.calendarMissing).toBe(2027);
  });

  it('dueAt is the nearest of the deadlines, whenever it opens', () => {
    const moments = fc.integer({ min: instantOf('2024-01-01', '00:00'), max: instantOf('2026-12-31', '23:59') });
    fc.assert(
      fc.property(moments, fc.constantFrom(toUnit, toBureau), (now, route) => {
        const { clocks, dueAt, calendarMissing } = openTicket('T1', route, now, rules);
        const pinned = clocks.flatMap((clock) => (clock.deadline ? [clock.deadline.dueAt] : []));
        expect(dueAt).toBe(pinned.length > 0 ? Math.min(...pinned) : null);
        expect(calendarMissing).toBe(pinned.length < clocks.length ? 2027 : null);
        for (const due of pinned) expect(due).toBeGreaterThan(now);
      }),
    );
  });
});

describe('放假安排公布以后', () => {
  // An invented year, for the test alone: nothing says that 2027 will be so.
  const invented2027: CalendarYear = {
    year: 2027,
    revision: '2027·试验',
    status: 'confirmed',
    source: { document: '试验', article: '试验' },
    holidays: { '2027-01-01': '元旦', '2027-01-02': '元旦', '2027-01-03': '元旦' },
    makeUpDays: {},
  };
  const later = { ...rules, calendar: [...rules.calendar, invented2027] };

  it('补上等着的时限，从开单那天起算', () => {
    const ticket = openTicket('T1', toUnit, instantOf('2026-12-30', '10:00'), rules);
    const pinned = pinMissingClocks(ticket, later);
    expect(pinned.clocks.map(({ deadline }) => deadline && dayOf(deadline.dueAt))).toEqual([
      '2026-12-31',
      '2027-01-07',
    ]);
    expect(pinned).toMatchObject({ dueAt: instantOf('2026-12-31', '17:30'), calendarMissing: null });
    expect(pinned.clocks[1]?.deadline?.calendarRevisions).toContain('2027·试验');
  });

  it('已经定下的时限不改，哪怕日历或方案后来变了', () => {
    const ticket = openTicket('T1', toBureau, instantOf('2026-12-30', '10:00'), rules);
    const moved = {
      ...later,
      officeHours: { ...rules.officeHours, value: { start: '09:00', end: '12:00' } },
    };
    const pinned = pinMissingClocks(ticket, moved);
    expect(pinned.clocks.slice(0, 2)).toEqual(ticket.clocks.slice(0, 2));
    expect(pinned.clocks[2]?.deadline?.dueAt).toBe(instantOf('2027-01-07', '12:00'));
  });

  it('还是没公布，就还是等着', () => {
    const ticket = openTicket('T1', toBureau, instantOf('2026-12-31', '10:00'), rules);
    expect(pinMissingClocks(ticket, rules)).toEqual(ticket);
  });

  it('补过一次再补，什么也不变；其余内容一直不变', () => {
    const moments = fc.integer({ min: instantOf('2026-12-20', '00:00'), max: instantOf('2026-12-31', '23:59') });
    fc.assert(
      fc.property(moments, fc.constantFrom(toUnit, toBureau), (now, route) => {
        const ticket = openTicket('T1', route, now, rules);
        const pinned = pinMissingClocks(ticket, later);
        expect(pinMissingClocks(pinned, later)).toEqual(pinned);
        expect(pinned).toEqual(openTicket('T1', route, now, later));
      }),
    );
  });
});
