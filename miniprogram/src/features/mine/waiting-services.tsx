import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { told } from '../../components/accessible';
import { Cell } from '../../components/cell';
import { urlOf } from '../rating/entry';
import { chooseService, type RatableService } from '../rating/opened';
import './mine.css';

type Props = { readonly services: readonly RatableService[] };

const rate = (service: RatableService) => {
  chooseService(service);
  void Taro.navigateTo({ url: urlOf({ kind: 'service', serviceKey: service.key }) });
};

/** 待评价 */
export const WaitingServices = ({ services }: Props) =>
  services.length === 0 ? null : (
    <View>
      <View className="section" {...told({ role: 'heading', level: 2 })}>
        待评价
      </View>
      <View className="cells">
        {services.map((service) => (
          <Cell
            key={service.key}
            id={`waiting-${service.key}`}
            title={<View className="as-typed">{service.item}</View>}
            onPress={() => rate(service)}
          >
            <View className="quiet as-typed">
              {service.center} {service.window}
            </View>
            <View className="quiet">
              {service.name} · {sayMoment(service.at)}
            </View>
          </Cell>
        ))}
      </View>
    </View>
  );
