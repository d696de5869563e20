import { PROOF_LEVEL_LABELS, PROOF_METHOD_LABELS } from '@shared/domain/identity-labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import type { Mine } from './my-data';
import './personal-data.css';

type Props = { readonly mine: Mine };

const Kept = ({ mine: { name, idNumber, phone, company, isGuardian, proofs, keptUntil } }: Props) => (
  <Card id="kept" heading="我们保存的实名信息">
    {name && <Fact name="姓名">{name}</Fact>}
    {idNumber && <Fact name="身份证号">{idNumber}</Fact>}
    {phone && <Fact name="手机号">{phone}</Fact>}
    {company && <Fact name="单位">{company.name}</Fact>}
    {company && <Fact name="信用代码">{company.code}</Fact>}
    {isGuardian && <Fact name="监护人">代孩子评价</Fact>}
    {proofs.map(({ method, level, on }) => (
      <Fact key={method} name="实名方式">
        {PROOF_METHOD_LABELS[method]}，{sayDay(on)}（{PROOF_LEVEL_LABELS[level]}）
      </Fact>
    ))}
    {keptUntil && <Fact name="保存到">{sayDay(keptUntil)}</Fact>}
    <View className="quiet">这里只显示一部分，保存时已加密。您再评价时，保存的日子相应延后；到期自动删除。</View>
  </Card>
);

/** 姓名, numbers and phone as far as they may be shown, by which way they were proven, and until when they are kept. */
export const WhatIsKept = ({ mine }: Props) => (
  <View className="data__part">
    {mine.keptUntil === null && mine.proofs.length === 0 ? (
      <Card id="nothing-kept" heading="我们保存的实名信息">
        <View>没有保存您的姓名、号码和手机号。</View>
        <View className="quiet">
          您的评价、照片和消息在“我的评价”和“我的消息”中，凭一个由微信身份换算的代号归在您名下。
        </View>
      </Card>
    ) : (
      <Kept mine={mine} />
    )}
    <Button id="to-identity" look="plain" onPress={() => void Taro.navigateTo({ url: '/privacy/identity/index' })}>
      {mine.proofs.length === 0 ? '去实名' : '更新或换一种方式实名'}
    </Button>
  </View>
);
