import type { Org, OrgLevel, ServiceItem, ServiceWindow } from '@shared/domain/organization';
import { ADMINISTRATOR_ROLES, noAccount, type Role, type StaffMember } from '@shared/domain/role';
import { divisionName, villageName } from './divisions';
import { itemsOf } from './items';
import type { Field, Jurisdiction, TownRow, UnitRow } from './jurisdiction';
import { inventedNames } from './names';

/** 组织、窗口、人员、事项 as they are stored. */
export type Directory = {
  readonly orgs: readonly Org[];
  readonly windows: readonly ServiceWindow[];
  readonly staff: readonly StaffMember[];
  readonly items: readonly ServiceItem[];
};

type Collected = {
  orgs: Org[];
  windows: ServiceWindow[];
  staff: StaffMember[];
  items: ServiceItem[];
  name: () => string;
};

/** Where the next org hangs: in which place, below which orgs. */
type Spot = {
  readonly place: string;
  readonly level: OrgLevel;
  readonly region: string;
  readonly above: readonly string[];
};

const governs = ({ kind }: Org) => kind === 'government' || kind === 'zone';

/** Hangs it below the nearest government or zone; answers the path down to it. */
const addOrg = (
  to: Collected,
  spot: Spot,
  { hasLiaison, ...org }: Pick<Org, '_id' | 'name' | 'kind' | 'line'> & { readonly hasLiaison: boolean },
): readonly string[] => {
  const { place, level, region: regionCode, above } = spot;
  const parent = to.orgs.filter((one) => above.includes(one._id) && governs(one)).at(-1);
  const liaisonIds = hasLiaison ? [addOfficial(to, 'liaison', org._id)] : [];
  if (org.kind === 'bureau') addOfficial(to, 'supervisor', org._id);
  const orgPath = [...above, org._id];
  to.orgs.push({ ...org, place, level, regionCode, parentId: parent?._id ?? null, orgPath, liaisonIds });
  return orgPath;
};

const addStaff = (to: Collected, member: Pick<StaffMember, '_id' | 'name' | 'workNo' | 'orgId'>, role: Role) => {
  const grants = [{ role, orgId: member.orgId }];
  to.staff.push({ ...member, accountRef: noAccount(member._id), invitation: null, grants, rev: 0 });
};

const addOfficial = (to: Collected, role: Exclude<Role, 'clerk'>, orgId: string, suffix = ''): string => {
  const _id = `${role}-${orgId}${suffix}`;
  const no = to.staff.filter((member) => member.orgId === orgId).length + 1;
  addStaff(to, { _id, name: to.name(), workNo: `${orgId.toUpperCase()}-0${no}`, orgId }, role);
  return _id;
};

type Counter = {
  readonly key: string;
  readonly center: string;
  readonly path: readonly string[];
  readonly unit: string;
};

/** 窗口 `no` of a center with the clerk who serves there; its id is the center's key and two digits. */
const addWindow = (to: Collected, { key, center, path, unit }: Counter, no: number, name: string, field: Field) => {
  const _id = `${key}${String(no).padStart(2, '0')}`;
  const clerk = { staffId: `clerk-${_id}`, name: to.name(), workNo: _id.toUpperCase() };
  const { staffId, ...shown } = clerk;
  addStaff(to, { _id: staffId, ...shown, orgId: unit }, 'clerk');
  to.windows.push({
    _id,
    name,
    centerId: center,
    orgId: unit,
    orgPath: path,
    itemCodes: itemsOf(unit, field).map((item) => item._id),
    onDuty: clerk,
    code: { serial: 1, revoked: false },
  });
};

/** The center of an area and the units that serve there. */
const addCenter = (to: Collected, { key, units }: Jurisdiction, spot: Spot, name: string) => {
  const center = `${key}-center`;
  addOrg(to, spot, { _id: center, name, kind: 'center', hasLiaison: true });
  let no = 0;
  for (const row of units) {
    const unit = addUnit(to, key, row, spot);
    const path = [...spot.above, center, unit];
    for (let i = 0; i < row.windows; i++) {
      no++;
      addWindow(to, { key, center, path, unit }, no, `${no}号窗口`, row.field);
    }
  }
};

const addUnit = (
  to: Collected,
  areaKey: string,
  { key, name, kind = 'agency', field, hasLiaison = true }: UnitRow,
  spot: Spot,
): string => {
  const _id = `${areaKey}-${key}`;
  addOrg(to, spot, { _id, name, kind, line: field, hasLiaison });
  to.items.push(...itemsOf(_id, field));
  return _id;
};

/** A town or village: its authority is the unit at all windows of its own center. */
const addLocality = (
  to: Collected,
  key: string,
  names: { authority: string; center: string },
  spot: Spot,
  row: Pick<TownRow, 'windows' | 'hasLiaison'>,
): readonly string[] => {
  const { hasLiaison = true } = row;
  const field = spot.level === 'town' ? 'town' : 'village';
  const unit = `${key}-gov`;
  const center = `${key}-center`;
  const above = addOrg(to, spot, { _id: unit, name: names.authority, kind: 'government', hasLiaison });
  const path = addOrg(to, { ...spot, above }, { _id: center, name: names.center, kind: 'center', hasLiaison: false });
  to.items.push(...itemsOf(unit, field));
  for (let no = 1; no <= row.windows; no++) {
    addWindow(to, { key, center, path, unit }, no, row.windows === 1 ? '综合窗口' : `${no}号窗口`, field);
  }
  return above;
};

const authorityOf = (town: string) => (town.endsWith('街道') ? '办事处' : '人民政府');

const addTown = (to: Collected, area: Jurisdiction, row: TownRow, spot: Spot) => {
  const key = `${area.key}${row.region.slice(6)}`;
  const short = divisionName(row.region);
  const name = `${area.townPrefix ?? ''}${short}`;
  const names = { authority: `${name}${authorityOf(short)}`, center: `${name}便民服务中心` };
  const above = addLocality(to, key, names, { ...spot, level: 'town', region: row.region }, row);
  for (const region of row.villages ?? []) {
    const village = villageName(region);
    const committee = village.endsWith('社区') ? '居民委员会' : '村民委员会';
    const own = { authority: `${short}${village}${committee}`, center: `${short}${village}便民服务站` };
    addLocality(to, `${area.key}${region.slice(6)}`, own, { ...spot, above, level: 'village', region }, { windows: 1 });
  }
};

const addJurisdiction = (to: Collected, area: Jurisdiction, above: readonly string[]) => {
  const { key, place, region, level, kind } = area;
  const spot = { place, level, region, above };
  const government = addOrg(to, spot, { _id: `${key}-gov`, name: area.government, kind, hasLiaison: false });
  const inside = { ...spot, above: government };
  const bureau = addOrg(to, inside, { _id: `${key}-bureau`, name: area.bureau, kind: 'bureau', hasLiaison: false });
  const below = { ...spot, above: bureau };
  if (area.center !== undefined) addCenter(to, area, below, area.center);
  for (const town of area.towns ?? []) addTown(to, area, town, below);
  for (const part of area.areas ?? []) addJurisdiction(to, part, bureau);
};

/** The same tables give the same ids, names and codes, always. */
export const directoryOf = (areas: readonly Jurisdiction[]): Directory => {
  const to: Collected = { orgs: [], windows: [], staff: [], items: [], name: inventedNames() };
  for (const area of areas) addJurisdiction(to, area, []);
  const bureaus = to.orgs.filter(({ kind }) => kind === 'bureau');
  for (const { _id } of bureaus) {
    for (const role of ADMINISTRATOR_ROLES) addOfficial(to, role, _id);
    // What one supervisor asks to see, another one agrees to.
    addOfficial(to, 'supervisor', _id, '-2');
  }
  for (const { _id } of bureaus) addOfficial(to, 'disciplineOfficer', _id);
  // A rater's objection is heard by two others one level up; where none is above, in the same bureau.
  for (const { key } of areas) {
    for (const suffix of ['-3', '-4']) addOfficial(to, 'supervisor', `${key}-bureau`, suffix);
  }
  const { name: _, ...directory } = to;
  return directory;
};
