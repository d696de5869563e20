/** Accidents that a test asks for; each happens once. */
export type FaultKind = 'dropAnswer' | 'killInstance';

export type Faults = {
  next(kind: FaultKind, door: string): void;
  take(kind: FaultKind, door: string): boolean;
};

export const plannedFaults = (): Faults => {
  const planned: { kind: FaultKind; door: string }[] = [];
  return {
    next: (kind, door) => void planned.push({ kind, door }),
    take: (kind, door) => {
      const at = planned.findIndex((fault) => fault.kind === kind && fault.door === door);
      if (at >= 0) planned.splice(at, 1);
      return at >= 0;
    },
  };
};
