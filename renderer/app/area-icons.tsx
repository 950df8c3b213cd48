import {
  AlertOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  CalendarOutlined,
  CommentOutlined,
  DatabaseOutlined,
  FlagOutlined,
  HeartOutlined,
  HomeOutlined,
  PartitionOutlined,
  ReadOutlined,
  ReconciliationOutlined,
  SafetyOutlined,
  SecurityScanOutlined,
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
  dispute: <ReconciliationOutlined aria-hidden />,
  inspection: <AuditOutlined aria-hidden />,
  care: <HeartOutlined aria-hidden />,
  duty: <CalendarOutlined aria-hidden />,
  council: <CommentOutlined aria-hidden />,
  party: <FlagOutlined aria-hidden />,
  safety: <SafetyOutlined aria-hidden />,
  security: <SecurityScanOutlined aria-hidden />,
  law: <ReadOutlined aria-hidden />,
  society: <PartitionOutlined aria-hidden />,
  base: <DatabaseOutlined aria-hidden />,
};
