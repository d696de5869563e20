import type { OpenedPart, OpeningPurpose } from '@shared/domain/identity';
import { OPENED_PART_LABELS, OPENING_PURPOSE_LABELS } from '@shared/domain/identity-labels';
import { REFUSALS } from '@shared/kernel/refusals';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { ChoiceList } from '../../components/choice-list';
import { FieldError } from '../../components/field-error';
import { Sheet } from '../../components/sheet';
import { useAction } from '../../hooks/use-action';
import './opening.css';
import { PURPOSE_CHOICES } from './opening-words';
import { RequestOpening } from './request-opening';

type Props = {
  readonly ratingId: string;
  readonly part: OpenedPart;
  /** The purpose, where it needs no asking. */
  readonly given: OpeningPurpose | undefined;
  /** What to do about a rater who has left nothing. */
  readonly none: string;
  readonly onClose: () => void;
  readonly onOpened: (opened: Output<'identity.open'>) => void;
};

/** For what purpose, before anything is shown; where another one has to agree, the way to ask him. */
export const OpenSheet = ({ ratingId, part, given, none, onClose, onOpened }: Props) => {
  const [purpose, setPurpose] = useState(given);
  const [isMissing, setIsMissing] = useState(false);
  const open = useAction('identity.open', onOpened);
  const choose = (chosen: string) => {
    setPurpose(PURPOSE_CHOICES.find(({ value }) => value === chosen)?.value);
    setIsMissing(false);
  };
  const view = () => (purpose ? void open.run({ ratingId, part, purpose }) : setIsMissing(true));
  const needsSecond = open.code === 'opening.notGranted';
  const failure = open.code === 'identity.none' ? none : open.failure;
  return (
    <Sheet title={`查看${OPENED_PART_LABELS[part]}`} onClose={() => !open.busy && onClose()}>
      {purpose && needsSecond ? (
        <RequestOpening ratingId={ratingId} purpose={purpose} />
      ) : (
        <View>
          <View id="will-be-seen">查看会留下记录，评价人能看到。</View>
          {given ? (
            <View className="opening__note">用途：{OPENING_PURPOSE_LABELS[given]}。</View>
          ) : (
            <View>
              <View className="opening__note">您为什么要查看？</View>
              <ChoiceList label="用途" choices={PURPOSE_CHOICES} chosen={purpose ?? ''} onChoose={choose} />
            </View>
          )}
          <FieldError id="open-error" message={isMissing ? REFUSALS['opening.purposeMissing'] : failure} />
          <View className="opening__note">
            <Button id="open" disabled={open.busy} onPress={view}>
              {open.busy ? '正在读取…' : '查看'}
            </Button>
          </View>
        </View>
      )}
      <Button id="open-back" look="plain" disabled={open.busy} onPress={onClose}>
        返回
      </Button>
    </Sheet>
  );
};
