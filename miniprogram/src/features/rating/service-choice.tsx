import { sayMoment } from '@shared/kernel/time';
import { Card } from '../../components/card';
import { ChoiceList } from '../../components/choice-list';
import { Fact } from '../../components/fact';
import type { RatableService } from './opened';

type Props = {
  readonly services: readonly RatableService[];
  readonly chosen: string | null;
  /** Null where the service is given and nothing can be chosen. */
  readonly onChoose: ((key: string | null) => void) | null;
};

const NONE = 'none';
const noteOf = ({ name, at, caseNo }: RatableService): string => `${name} · ${sayMoment(at)} · 办件编号 ${caseNo}`;

/** 评价哪一次服务: those of the rater that wait at this window, or none of them. */
export const ServiceChoice = ({ services, chosen, onChoose }: Props) => {
  const [only] = services;
  if (!only) return null;
  if (!onChoose) {
    return (
      <Card heading="办理的事项">
        <Fact name="事项">{only.item}</Fact>
        <Fact name="环节">{only.name}</Fact>
        <Fact name="办件编号">{only.caseNo}</Fact>
      </Card>
    );
  }
  const choices = services.map((service) => ({ value: service.key, title: service.item, note: noteOf(service) }));
  return (
    <Card heading="您要评价哪一次服务?">
      <ChoiceList
        label="您要评价哪一次服务"
        choices={[...choices, { value: NONE, title: '都不是', note: '没有办件编号，或是其他事情' }]}
        chosen={chosen ?? NONE}
        onChoose={(value) => onChoose(value === NONE ? null : value)}
      />
    </Card>
  );
};
