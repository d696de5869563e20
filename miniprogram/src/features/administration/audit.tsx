import { View } from '@tarojs/components';
import { useState } from 'react';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Disclosure } from '../../components/disclosure';
import './administration.css';
import { AuditLog, type Person } from './audit-log';
import { Readers } from './readers';
import { VerifyChain } from './verify-chain';

/** 审计: whether the log is whole, who reads much, and what was done. */
export const Audit = () => {
  const [of, setOf] = useState<Person>();
  return (
    <View>
      <VerifyChain />
      <Card>
        <Disclosure id="readers" title="近七天谁读得多">
          <Readers onPerson={setOf} />
        </Disclosure>
      </Card>
      <View className="administration__unit" {...told({ role: 'heading', level: 2 })}>
        {of ? `${of.name}的日志` : '全部日志'}
      </View>
      {of ? (
        <Button id="everybody" look="link" onPress={() => setOf(undefined)}>
          看全部
        </Button>
      ) : (
        <View className="quiet administration__note">点一条，只看这个人的。</View>
      )}
      <AuditLog key={of?.staffId ?? ''} of={of} onPerson={setOf} />
    </View>
  );
};
