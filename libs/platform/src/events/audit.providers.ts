import type { Provider, Type } from '@nestjs/common';
import { AnchorProcessor } from './anchors/anchor.processor.js';
import { AnchorSetting } from './anchors/anchor-setting.js';
import { Anchors } from './anchors/anchors.js';
import { AuditPage } from './audit-page.js';
import { AuditAdminController } from './audit-admin.controller.js';
import { AuditController } from './audit.controller.js';
import { HistoryNames } from './history-names.js';
import { HistoryChecks } from './history-checks.js';

/** What the history and its anchors bring into the platform module. */
export const auditProviders: Provider[] = [
  AuditPage,
  HistoryNames,
  HistoryChecks,
  Anchors,
  AnchorSetting,
  AnchorProcessor,
];

/** The endpoints of the history and its anchors. */
export const auditControllers: Type[] = [AuditController, AuditAdminController];
