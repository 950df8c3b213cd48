import {
  AlertOutlined,
  ApartmentOutlined,
  BankOutlined,
  CalendarOutlined,
  DatabaseOutlined,
  HomeOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { AreaGroup } from '../data/index.ts';

/** Sign of each area of the navigation; always beside or under its word. */
export const areaIcons: Readonly<Record<AreaGroup['id'], ReactNode>> = {
  population: <TeamOutlined aria-hidden />,
  housing: <HomeOutlined aria-hidden />,
  unit: <BankOutlined aria-hidden />,
  grid: <ApartmentOutlined aria-hidden />,
  issue: <AlertOutlined aria-hidden />,
  duty: <CalendarOutlined aria-hidden />,
  base: <DatabaseOutlined aria-hidden />,
};
