import type { Org, PlaceId } from '@shared/domain/organization';

/** What a unit does: decides the items at its windows, and is its 条线. */
export type Field =
  | 'police'
  | 'insurance'
  | 'market'
  | 'land'
  | 'civil'
  | 'medical'
  | 'tax'
  | 'water'
  | 'establishment'
  | 'town'
  | 'village';

/** A unit that serves at a center; its windows are numbered on in the order of the table. */
export type UnitRow = {
  /** Its id is `<jurisdiction>-<key>`. */
  readonly key: string;
  readonly name: string;
  readonly field: Field;
  readonly windows: number;
  readonly kind?: 'agency' | 'enterprise';
  /** False: nobody answers for its tickets, so they go to the bureau's 待派单. */
  readonly hasLiaison?: boolean;
};

export type TownRow = {
  readonly region: string;
  readonly windows: number;
  /** 区划代码 of villages that have a station. */
  readonly villages?: readonly string[];
  readonly hasLiaison?: boolean;
};

/** One bureau's area: a county, a city or a functional zone, with its center, units, towns and areas below. */
export type Jurisdiction = {
  /** Two lower-case letters that begin every id of the area. */
  readonly key: string;
  readonly place: PlaceId;
  readonly region: string;
  readonly level: 'city' | 'county';
  readonly kind: Extract<Org['kind'], 'government' | 'zone'>;
  readonly government: string;
  readonly bureau: string;
  /** None where nobody is served: such an area has no units either. */
  readonly center?: string;
  readonly units: readonly UnitRow[];
  /** What the names of its towns begin with, such as 台前县. */
  readonly townPrefix?: string;
  readonly towns?: readonly TownRow[];
  readonly areas?: readonly Jurisdiction[];
};
