import {
  AlertOutlined,
  ApartmentOutlined,
  BankOutlined,
  DatabaseOutlined,
  HomeOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { AreaGroup } from '../data/index.ts';

/** Sign of each area of the navigation; always beside or under its word. */
export const areaIcons: Readonly<Record<AreaGroup['id'], ReactNode>> = {
  population: <TeamOutlined />,
  housing: <HomeOutlined />,
  unit: <BankOutlined />,
  grid: <ApartmentOutlined />,
  issue: <AlertOutlined />,
  base: <DatabaseOutlined />,
};
