import type { OpenedPart, OpeningPurpose } from '@shared/domain/identity';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { OpenSheet } from './open-sheet';
import { OpenedIdentity } from './opened-identity';
import './opening.css';

type Props = Pick<Output<'ticket.show'>, 'ratingId' | 'caseNo'> & {
  /** For which alone he is opened here; else the caller says for which. */
  readonly purpose?: OpeningPurpose;
};

const sayNone = (part: OpenedPart, caseNo: string | null): string => {
  const missing = `评价人没有留下${part === 'contact' ? '电话' : '身份信息'}`;
  return caseNo === null
    ? `${missing}，也没有填写办件编号，无法联系；请就评价所说的情况核实。`
    : `${missing}，可通过办件编号 ${caseNo} 联系申请人。`;
};

/** 联系评价人: nothing of him is on the page until it is asked for, and nothing outlives the page. */
export const ContactCard = ({ ratingId, caseNo, purpose }: Props) => {
  const [part, setPart] = useState<OpenedPart>();
  const [opened, setOpened] = useState<Output<'identity.open'>>();
  const close = () => setPart(undefined);
  return (
    <Card heading="联系评价人" id="contact">
      {opened ? (
        <OpenedIdentity opened={opened} noPhone={sayNone('contact', caseNo)} />
      ) : (
        <View>{purpose ? '这里' : '工单上'}不显示评价人是谁。需要联系时再查看；查看会留下记录，评价人能看到。</View>
      )}
      <View className="opening__note">
        {!opened && (
          <Button id="open-contact" look="plain" onPress={() => setPart('contact')}>
            查看称呼和手机号
          </Button>
        )}
        <Button id="open-person" look="plain" onPress={() => setPart('person')}>
          查看完整身份
        </Button>
      </View>
      {part && (
        <OpenSheet
          ratingId={ratingId}
          part={part}
          given={purpose}
          none={sayNone(part, caseNo)}
          onClose={close}
          onOpened={(value) => {
            setOpened(value);
            close();
          }}
        />
      )}
    </Card>
  );
};
