import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { FieldError } from '../../components/field-error';
import { Skeleton } from '../../components/skeleton';
import { useAction } from '../../hooks/use-action';
import { useAnswer } from '../../hooks/use-answer';
import { RefusedPage } from '../refusal/refused-page';
import { AwaySheet } from './away-sheet';
import './deputy.css';
import { DeputySheet } from './deputy-sheet';

type Unit = Output<'absence.show'>['units'][number];

const OwnAbsence = ({ awayUntil, onDone }: { readonly awayUntil: string | null; readonly onDone: () => void }) => {
  const [isAsking, setIsAsking] = useState(false);
  const back = useAction('staff.setAbsence', onDone);
  return (
    <Card heading="我请假">
      <View id="away">{awayUntil === null ? '现在在岗。' : `请假到${sayDay(awayUntil)}。`}</View>
      <FieldError id="back-error" message={back.failure} />
      <View className="deputy__note">
        {awayUntil === null ? (
          <Button id="go-away" look="plain" onPress={() => setIsAsking(true)}>
            登记请假
          </Button>
        ) : (
          <Button id="come-back" disabled={back.busy} onPress={() => void back.run({ until: null })}>
            我回来了
          </Button>
        )}
      </View>
      {isAsking && (
        <AwaySheet
          onClose={() => setIsAsking(false)}
          onDone={() => {
            setIsAsking(false);
            onDone();
          }}
        />
      )}
    </Card>
  );
};

const UnitCard = ({ unit, onDone }: { readonly unit: Unit; readonly onDone: () => void }) => {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Card heading={unit.name}>
      {!unit.isAnswered && (
        <View id="unanswered" className="deputy__note">
          现在没有人负责：新的差评先到政数局待派单。请指定代理人。
        </View>
      )}
      {unit.deputies.length === 0 && <View className="quiet">没有代理人。</View>}
      {unit.deputies.map(({ staffId, name, from, until }) => (
        <Fact key={staffId} name="代理人">
          {name}，{sayDay(from)}到{sayDay(until)}
        </Fact>
      ))}
      <View className="deputy__note">
        <Button id={`deputize-${unit.orgId}`} onPress={() => setIsAsking(true)}>
          指定代理人
        </Button>
      </View>
      {isAsking && (
        <DeputySheet
          unit={unit}
          onClose={() => setIsAsking(false)}
          onDone={() => {
            setIsAsking(false);
            onDone();
          }}
        />
      )}
    </Card>
  );
};

/** 请假与代理: tickets are the unit's and stay with it; somebody has to be there for them. */
export const Absence = () => {
  const { loaded, reload } = useAnswer('absence.show', {});
  if (loaded.state === 'loading') return <Skeleton lines={6} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  const onDone = () => void reload();
  return (
    <View id="absence">
      <View className="quiet deputy__note">
        工单属于单位，您不在时由代理人照常办理，期限不变。请假而没有代理人的，新的差评由政数局派单。
      </View>
      <OwnAbsence awayUntil={loaded.value.awayUntil} onDone={onDone} />
      {loaded.value.units.map((unit) => (
        <UnitCard key={unit.orgId} unit={unit} onDone={onDone} />
      ))}
    </View>
  );
};
