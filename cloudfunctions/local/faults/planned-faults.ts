import { type Fault, type FaultKind, matches, type Place } from './fault';
import { seededChance } from './seeded-chance';

export type Faults = {
  plan(fault: Fault): void;
  /** Shorthand: once, at this door. */
  next(kind: FaultKind, door: string): void;
  /** What strikes here now, if anything; it is used up by that. */
  take(kind: FaultKind, place: Place): Fault | undefined;
  /** How many have struck, by kind. */
  injected(): Partial<Record<FaultKind, number>>;
  /** Nothing strikes any more. */
  clear(): void;
};

type Planned = { readonly fault: Fault; readonly chance: () => number; left: number; toPass: number };

export const plannedFaults = (): Faults => {
  let planned: Planned[] = [];
  const injected: Partial<Record<FaultKind, number>> = {};
  const plan = (fault: Fault): void => void planned.push(asPlanned(fault));
  return {
    plan,
    next: (kind, door) => plan({ kind, door }),
    take: (kind, place) => {
      const found = planned.find((one) => one.fault.kind === kind && matches(one.fault, place) && strikes(one));
      if (!found) return undefined;
      found.left -= 1;
      planned = planned.filter(({ left }) => left > 0);
      injected[kind] = (injected[kind] ?? 0) + 1;
      return found.fault;
    },
    injected: () => ({ ...injected }),
    clear: () => {
      planned = [];
    },
  };
};

const asPlanned = (fault: Fault): Planned => ({
  fault,
  chance: seededChance(fault.seed ?? 1),
  left: fault.times ?? (fault.probability === undefined ? 1 : Number.POSITIVE_INFINITY),
  toPass: fault.after ?? 0,
});

const strikes = (one: Planned): boolean => {
  if (one.toPass > 0) {
    one.toPass -= 1;
    return false;
  }
  return one.chance() < (one.fault.probability ?? 1);
};
