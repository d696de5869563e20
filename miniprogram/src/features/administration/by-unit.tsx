import { View } from '@tarojs/components';
import { type ReactNode, useCallback, useState } from 'react';
import type { Answer } from '../../api/call';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Cell } from '../../components/cell';
import { Disclosure } from '../../components/disclosure';
import { Empty } from '../../components/empty';
import { MoreOfList } from '../../components/more-of-list';
import { Skeleton } from '../../components/skeleton';
import { usePages } from '../../hooks/use-pages';
import { RefusedPage } from '../refusal/refused-page';
import './administration.css';

export type Unit = { readonly id: string; readonly name: string };
type UnitPage = {
  readonly org: Unit;
  readonly below: readonly Unit[];
  readonly items: readonly unknown[];
  readonly next: string | null;
};

export type Sheeted<T> = {
  readonly item: T;
  /** The org whose list it stands in. */
  readonly unit: Unit;
  readonly onClose: () => void;
  /** Something was changed: the list is read again. */
  readonly onDone: () => void;
};

type Props<P extends UnitPage> = {
  /** One page of what belongs to that org, of the highest when none is named; always the same function. */
  readonly load: (input: { orgId?: string; cursor?: string }) => Promise<Answer<P>>;
  readonly empty: string;
  readonly cellOf: (item: P['items'][number], open: () => void) => ReactNode;
  readonly sheetOf: (sheeted: Sheeted<P['items'][number]>) => ReactNode;
};

type Steps = {
  readonly unit: Unit | undefined;
  readonly onDown: (unit: Unit) => void;
  readonly onUp: (() => void) | null;
};

const Below = ({ units, onDown }: { readonly units: readonly Unit[]; readonly onDown: Steps['onDown'] }) =>
  units.length === 0 ? null : (
    <Card>
      <Disclosure id="below" title={`下级单位（${units.length}）`}>
        {units.map((unit) => (
          <Cell key={unit.id} id={`unit-${unit.id}`} title={unit.name} onPress={() => onDown(unit)} />
        ))}
      </Disclosure>
    </Card>
  );

const OneUnit = <P extends UnitPage>({ load, empty, cellOf, sheetOf, unit, onDown, onUp }: Props<P> & Steps) => {
  const orgId = unit?.id;
  const { loaded, items, reload, more } = usePages(
    useCallback((page: { cursor?: string }) => load(orgId ? { ...page, orgId } : page), [load, orgId]),
  );
  const [open, setOpen] = useState<P['items'][number]>();
  const onClose = () => setOpen(undefined);
  const onDone = () => {
    onClose();
    void reload();
  };
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  return (
    <View>
      <View className="administration__unit as-typed" {...told({ role: 'heading', level: 2 })}>
        {loaded.value.org.name}
      </View>
      {onUp && (
        <Button id="to-above" look="link" onPress={onUp}>
          返回上一级
        </Button>
      )}
      <Below units={loaded.value.below} onDown={onDown} />
      {items.length === 0 ? (
        <Empty message={empty} />
      ) : (
        <View className="cells">{items.map((item) => cellOf(item, () => setOpen(item)))}</View>
      )}
      <MoreOfList {...more} />
      {open !== undefined && sheetOf({ item: open, unit: loaded.value.org, onClose, onDone })}
    </View>
  );
};

/** What belongs to one org of the jurisdiction, and the way down to the orgs below it and back. */
export const ByUnit = <P extends UnitPage>(props: Props<P>) => {
  const [path, setPath] = useState<readonly Unit[]>([]);
  const unit = path.at(-1);
  return (
    <OneUnit
      key={unit?.id ?? 'highest'}
      {...props}
      unit={unit}
      onDown={(next) => setPath([...path, next])}
      onUp={unit ? () => setPath(path.slice(0, -1)) : null}
    />
  );
};
