import type { Localized } from '../../localized.ts';
import { words } from '../../localized.ts';
import { grid } from '../../fields/grid.ts';
import { link } from '../../fields/link.ts';
import { point } from '../../fields/point.ts';
import { text } from '../../fields/text.ts';

/** What a ledger may say of its village otherwise. */
interface VillageOptions {
  readonly label?: Localized;
  /** For ledgers that hold records of the town itself beside those of its villages. */
  readonly isTownToo?: boolean;
}

const townToo = words('全镇（街道）的选本镇（街道）', 'Choose the town itself for what is of the whole town');

/** The village a record belongs to, required; the town itself is a division too and may be chosen. */
export function villageField({
  label = words('所属村（社区）', 'Village'),
  isTownToo = false,
}: VillageOptions = {}) {
  return link({
    label,
    ...(isTownToo && { help: townToo }),
    ledger: 'division',
    required: true,
    aliases: ['村社区', '村居', '社区', '所属社区', '村（社区）'].filter((alias) => alias !== label.zh),
  });
}

/** The grid a record belongs to. */
export const gridField = () => grid({ label: words('所属网格', 'Grid'), aliases: ['网格', '网格编码'] });

/** Where on the map. */
export const pointField = () => point({ label: words('位置', 'Position'), aliases: ['坐标', '经纬度'] });

/** Names of `placeFields`, in the order of a form. */
export const placeNames = ['village', 'grid', 'place_text', 'place'] as const;

const usualAddress = words('地址', 'Address');

/** What a ledger calls the address of its records. */
interface PlaceOptions extends VillageOptions {
  /** Label of the address as written. Default 地址. */
  readonly address?: Localized;
}

/**
 * Where a thing is: village (required), grid, address as written, position. GB/T 31000-2015 calls the address 所在地详址;
 * a ledger with another word has the standard's own (发生地点, 办公地址).
 */
export function placeFields({ address = usualAddress, ...village }: PlaceOptions = {}) {
  return {
    village: villageField(village),
    grid: gridField(),
    place_text: text({
      label: address,
      max: 200,
      search: true,
      aliases: ['地址', '详细地址', '地点', '所在地址'].filter((alias) => alias !== address.zh),
      ...(address === usualAddress && { source: 'GB/T 31000 所在地详址' }),
    }),
    place: pointField(),
  };
}
