/** Snapshot isolation in its simplest form: what a history of calls must answer. Written without a look at the real one. */
export type Content = readonly string[] | undefined;
export type Outcome = 'done' | 'duplicate' | 'conflict' | 'ended' | 'waits' | { readonly seen: Content };
export type Write = { readonly kind: 'append' | 'insert' | 'remove'; readonly id: string; readonly token: string };

type Open = { readonly snapshot: Map<string, Content>; readonly own: Map<string, Content> };

export type SnapshotModel = {
  readonly committed: Map<string, Content>;
  start(client: number): void;
  read(client: number, id: string): Outcome;
  write(client: number, write: Write): Outcome;
  end(client: number, how: 'commit' | 'abort'): Outcome;
  /** Outside of any transaction; `waits` as long as an open one has written the document. */
  plain(write: Write): Outcome;
};

export const snapshotModel = (): SnapshotModel => {
  const committed = new Map<string, Content>();
  const open = new Map<number, Open>();
  const writerOf = (id: string): Open | undefined => [...open.values()].find(({ own }) => own.has(id));
  return {
    committed,
    start: (client) => void open.set(client, { snapshot: new Map(committed), own: new Map() }),
    read: (client, id) => {
      const mine = open.get(client);
      return mine ? { seen: view(mine, id) } : 'ended';
    },
    write: (client, write) => {
      const mine = open.get(client);
      if (!mine) return 'ended';
      const before = view(mine, write.id);
      const after = become(before, write);
      if (after !== 'duplicate' && after === before) return 'done';
      const writer = writerOf(write.id);
      const isLate = (writer ?? mine) !== mine || committed.get(write.id) !== mine.snapshot.get(write.id);
      const refused = after === 'duplicate' ? after : isLate ? 'conflict' : undefined;
      if (refused) open.delete(client);
      else mine.own.set(write.id, after as Content);
      return refused ?? 'done';
    },
    end: (client, how) => {
      const mine = open.get(client);
      if (!mine) return 'ended';
      open.delete(client);
      if (how === 'commit') for (const [id, content] of mine.own) committed.set(id, content);
      return 'done';
    },
    plain: (write) => {
      if (writerOf(write.id)) return 'waits';
      const after = become(committed.get(write.id), write);
      if (after === 'duplicate') return after;
      committed.set(write.id, after);
      return 'done';
    },
  };
};

const view = ({ own, snapshot }: Open, id: string): Content => (own.has(id) ? own.get(id) : snapshot.get(id));

const become = (before: Content, { kind, token }: Write): Content | 'duplicate' => {
  if (kind === 'insert') return before ? 'duplicate' : [token];
  if (kind === 'remove') return undefined;
  return before && [...before, token];
};
