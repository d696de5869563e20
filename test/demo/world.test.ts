import { checkDraft } from '@shared/domain/rating';
import { upperBureauOf } from '@shared/domain/retaliation-report';
import { isBound, ROLES } from '@shared/domain/role';
import { routeOf } from '@shared/domain/ticket';
import { chaozhou } from '@shared/policy/profiles/chaozhou';
import { taiqian } from '@shared/policy/profiles/taiqian';
import type { BlindRefs } from '../../cloudfunctions/demo/cases';
import { DIVISIONS } from '../../cloudfunctions/demo/divisions';
import { EARLIER_RATINGS } from '../../cloudfunctions/demo/earlier-ratings';
import { accountsOf, CITIZENS, officials } from '../../cloudfunctions/demo/personas';
import { DEMO_TABLES, worldOf } from '../../cloudfunctions/demo/world';

const NOW = 1_795_000_000_000;
const refs: BlindRefs = {
  accountRef: (openid) => `ref-of-${openid}`,
  index: (kind, value) => `${kind}:${value}`,
};
const world = worldOf(DEMO_TABLES, refs, NOW);
const { orgs, windows, staff, items, cases } = world;
const orgOf = (id: string | null) => orgs.find(({ _id }) => _id === id);
const profiles = new Map([taiqian, chaozhou].map((profile) => [profile.id, profile]));
const rulesOf = (place: string) => profiles.get(place) ?? taiqian;
const centerOf = (windowId: string) => orgOf(windows.find(({ _id }) => _id === windowId)?.centerId ?? null);

describe('演示数据', () => {
  it('is the same at every start; only the moments of cases follow the clock', () => {
    const later = worldOf(DEMO_TABLES, refs, NOW + 86_400_000);
    expect({ ...later, cases: [] }).toEqual({ ...world, cases: [] });
    expect(later.cases.map(({ _id }) => _id)).toEqual(cases.map(({ _id }) => _id));
  });

  it.each(Object.entries({ orgs, windows, staff, items, cases }))('%s: no id stands twice', (_, rows) => {
    expect(new Set(rows.map(({ _id }) => _id)).size).toBe(rows.length);
  });

  it('names only divisions that were copied from the source', () => {
    expect(orgs.filter(({ regionCode }) => DIVISIONS[regionCode] === undefined)).toEqual([]);
  });

  it('hangs every org below a government or zone of the same place', () => {
    for (const org of orgs.filter(({ parentId }) => parentId !== null)) {
      expect(orgOf(org.parentId)).toMatchObject({
        place: org.place,
        kind: expect.stringMatching(/^(government|zone)$/),
      });
    }
  });

  it('leads every window from the top down to its center and unit', () => {
    const depth = ['city', 'county', 'town', 'village'];
    for (const window of windows) {
      const path = window.orgPath.map(orgOf);
      expect(path).not.toContain(undefined);
      expect(window.orgPath).toEqual(expect.arrayContaining([window.centerId, window.orgId]));
      const levels = path.map((org) => depth.indexOf(org?.level ?? ''));
      expect(levels).toEqual([...levels].sort((a, b) => a - b));
    }
  });

  it('sends a bad rating of every window to a unit with a liaison, or to the bureau', () => {
    for (const window of windows) {
      const place = centerOf(window._id)?.place ?? '';
      const route = routeOf(window, window.onDuty?.staffId ?? null, orgs, rulesOf(place).ticket, NOW);
      const answering = staff.some(({ grants }) => grants.some(({ orgId }) => orgId === route.unitId));
      expect({ window: window._id, answering }).toEqual({ window: window._id, answering: true });
    }
  });

  it('gives every center of the seeds a window: four levels in 潮州, the county, nine towns and villages in 台前', () => {
    const levels = (place: string) => [
      ...new Set(windows.map(({ _id }) => centerOf(_id)).flatMap((org) => (org?.place === place ? [org.level] : []))),
    ];
    expect(levels('chaozhou').sort()).toEqual(['city', 'county', 'town', 'village']);
    expect(levels('taiqian').sort()).toEqual(['county', 'town', 'village']);
    const towns = orgs.filter(
      ({ place, kind, level }) => place === 'taiqian' && kind === 'government' && level === 'town',
    );
    expect(towns).toHaveLength(9);
    for (const town of towns) expect(windows.some(({ orgPath }) => orgPath.includes(town._id))).toBe(true);
  });

  it('第二条、第四条 潮州 has a public enterprise, a party-series unit, and zones with bureau and center of their own', () => {
    expect(orgs.some(({ kind }) => kind === 'enterprise')).toBe(true);
    expect(orgs.some(({ name }) => name.startsWith('中共'))).toBe(true);
    for (const zone of orgs.filter(({ kind }) => kind === 'zone')) {
      const own = orgs.filter(({ parentId }) => parentId === zone._id).map(({ kind }) => kind);
      expect(own).toEqual(expect.arrayContaining(['bureau', 'center']));
    }
  });

  it('第十七条 above 台前县 stands its city, where nobody is served', () => {
    const county = orgOf('tq-gov');
    expect(orgOf(county?.parentId ?? null)).toMatchObject({ name: '濮阳市人民政府', level: 'city', place: 'taiqian' });
    const upper = windows.flatMap(({ orgPath, centerId }) =>
      orgOf(centerId)?.place === 'taiqian' ? [upperBureauOf(orgPath, orgs)._id] : [],
    );
    expect(new Set(upper)).toEqual(new Set(['py-bureau']));
    expect(orgs.filter(({ _id }) => _id.startsWith('py-')).map(({ kind }) => kind)).toEqual(['government', 'bureau']);
  });

  it('gives every bureau two supervisors, and four where no bureau is above to hear an objection', () => {
    for (const { _id, orgPath } of orgs.filter(({ kind }) => kind === 'bureau')) {
      const isTop = !orgPath.some((id) => id !== _id && orgOf(id)?.kind === 'bureau');
      const supervisors = staff.filter(({ grants }) =>
        grants.some(({ role, orgId }) => role === 'supervisor' && orgId === _id),
      );
      expect({ _id, supervisors: supervisors.length }).toEqual({ _id, supervisors: isTop ? 4 : 2 });
    }
  });

  it('names the 条线 of every agency and enterprise, the same at every level, and of nobody else', () => {
    for (const { _id, kind, line } of orgs) {
      expect({ _id, hasLine: line !== undefined }).toEqual({ _id, hasLine: ['agency', 'enterprise'].includes(kind) });
    }
    for (const _id of ['cz-market', 'xq-market', 'fq-market']) expect(orgOf(_id)).toMatchObject({ line: 'market' });
  });

  it('names the liaisons of every unit, and has agencies in both places that have none', () => {
    const answerable = orgs.filter(({ kind }) => !['bureau', 'center', 'zone'].includes(kind));
    for (const { _id, liaisonIds } of answerable) {
      const liaisons = staff.filter(({ grants }) =>
        grants.some(({ role, orgId }) => role === 'liaison' && orgId === _id),
      );
      expect({ org: _id, liaisonIds }).toEqual({ org: _id, liaisonIds: liaisons.map((member) => member._id) });
    }
    const without = orgs.filter(({ kind, liaisonIds }) => kind === 'agency' && liaisonIds.length === 0);
    expect(new Set(without.map(({ place }) => place))).toEqual(new Set(['taiqian', 'chaozhou']));
  });

  it('offers items that exist, under codes that say that they are fictional', () => {
    const known = new Set(items.map(({ _id }) => _id));
    for (const { itemCodes } of windows) {
      expect(itemCodes.length).toBeGreaterThan(0);
      for (const code of itemCodes) expect(known.has(code) && code.startsWith('DEMO-')).toBe(true);
    }
  });

  it('binds each account to one member of staff; every openid has a letter', () => {
    const personas = [...CITIZENS, ...officials(world, accountsOf(world, DEMO_TABLES.accounts))];
    for (const { openid } of personas) expect(openid).toMatch(/^(?=.*[a-z])[\w-]{1,64}$/);
    expect(staff.flatMap((member) => (isBound(member) ? [member.accountRef] : [])).sort()).toEqual(
      accountsOf(world, DEMO_TABLES.accounts)
        .map(({ openid }) => `ref-of-${openid}`)
        .sort(),
    );
    // What is not there yet is not promised.
    for (const { about } of personas) expect(about).not.toMatch(/统计|考核/);
    expect(new Set(personas.map(({ role }) => role))).toEqual(new Set(['citizen', ...ROLES]));
  });

  it('has cases that wait for their applicants, in both places, one with several services, one unfinished, some of nobody', () => {
    const of = (openid: string) => cases.filter(({ applicantRefs }) => applicantRefs.includes(`ref-of-${openid}`));
    for (const { openid } of CITIZENS) expect(of(openid).length).toBeGreaterThan(2);
    expect(cases.some(({ services }) => services.length > 2)).toBe(true);
    expect(cases.filter(({ ratableFrom }) => ratableFrom > NOW)).toHaveLength(1);
    expect(cases.filter(({ applicantRefs }) => applicantRefs.length === 0).length).toBeGreaterThan(5);
  });

  it('hands in earlier ratings that the law accepts, at windows and services that exist', () => {
    const services = new Set(cases.flatMap((one) => one.services.map(({ key }) => key)));
    for (const { target, ...given } of EARLIER_RATINGS) {
      expect({ target, isKnown: services.has(target) || centerOf(target) !== undefined }).toEqual({
        target,
        isKnown: true,
      });
      expect(checkDraft({ ...given, photos: [] }, taiqian.rating, taiqian.tags)).toMatchObject({ ok: true });
    }
  });
});
