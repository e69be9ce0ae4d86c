/** The platform's only door. */
export { Access, forbidden, notFound } from './access/access.js';
export { explainAbility, type ExplainedSubject } from './access/explain-ability.js';
export { permissionsDocument, permissionsOfRoles } from './access/permissions-document.js';
export { type RowsAllowed, type SeenList, seenRows } from './access/seen-lists.js';
export { logPersonAccess } from './access/access-log.js';
export { type AccessSql, accessSql } from './access/access-sql.js';
export {
  type Ability,
  type Action,
  buildAbility,
  type Grants,
  Policies,
  type Policy,
} from './access/policies.js';
export { CONFIG, type Config, ConfigError, readConfig } from './config/config.js';
export { environment } from './config/environment.js';
export { CLOCK } from './database/clock.token.js';
export { Database } from './database/database.js';
export { loadMigrations, migrate, withMigrations } from './database/migrator.js';
export { Notifications } from './database/notifications.js';
export type { JobRequest, Subject, Transaction } from './database/transaction.js';
export { currentTransaction, UnitOfWork } from './database/unit-of-work.js';
export * from './delivery/index.js';
export { canonicalEvent, chain, EventSealer, sealBatch } from './events/event-sealer.js';
export { EventSubscriptions, type LoggedEvent } from './events/event-subscriptions.js';
export { actorJoins, actorName } from './events/actor-name.js';
export { Feed, newsTypes, visibleTypes } from './events/feed.js';
export { HistoryNames } from './events/history-names.js';
export { type HistoryWall, HistoryWalls } from './events/history-walls.js';
export type { PersonalPart } from './events/event-log.js';
export { type PersonalValues, SubjectKeys } from './events/subject-keys.js';
export { type AnchoredHead, headsOf, readAnchor } from './events/anchors/anchor-document.js';
export { AnchorProcessor } from './events/anchors/anchor.processor.js';
export { anchorFolder, readAnchorFile, readAnchorFolder } from './events/anchors/anchor-files.js';
export { type AnchorRow, compareAnchors } from './events/anchors/compare-anchors.js';
export { type ChainReport, type Finding, verifyChain, verifyChains } from './events/verify-chains.js';
export { Files, type StoredFile } from './files/files.js';
export { clearSessionCookie, sessionCookie, sessionCookieName, setSessionCookie } from './http/cookies.js';
export {
  type ActorRequest,
  AdminOnly,
  Allow,
  Answer,
  AnswerList,
  AnswerNothing,
  CurrentActor,
  IfMatch,
  Public,
  type RouteAccess,
  routeAccess,
  SignedIn,
  StepUp,
} from './http/decorators.js';
export { outgoingRules } from './http/outgoing-address.js';
export { InputError, refuseCpr, sayIssue } from './http/input.js';
export { localeOf } from './http/locale.js';
export { failureOf, messageOf } from './http/problem.filter.js';
export { RateLimits } from './http/rate-limits.js';
export { openApiDocument } from './http/open-api.js';
export { bodyLimit, createHttpApp, uploadLimit } from './http/server.js';
export { Addresses } from './identity/addresses.js';
export { ApiTokens } from './identity/api-tokens/api-tokens.js';
export { Claim } from './identity/claim.js';
export { Housekeeping, type Sweep } from './housekeeping/housekeeping.js';
export { BrowserSessions } from './identity/browser-sessions.js';
export { type LinkRequest, Links } from './identity/links.js';
export {
  KeepLinks,
  LinkPurposes,
  againForm,
  linkRefusal,
  LinkVisits,
  maskedEmail,
  wrongPersonLink,
} from './links/index.js';
export type {
  BothLanguages,
  LinkAnswer,
  LinkedThing,
  LinkHolder,
  LinkPlace,
  LinkPurpose,
  LinkReason,
  LinkRefusal,
  LinkVisit,
  StoredLink,
} from './links/index.js';
export {
  Memberships,
  type MembershipSource,
  type MyAlliance,
  type RestingAlliance,
} from './identity/memberships.js';
export { Affiliations, type AffiliationSource, type InvitedPerson } from './identity/oidc/affiliations.js';
export { type AddressClaim, AddressProofs } from './identity/address-proofs.js';
export { type KnownPerson, People, type Person } from './identity/people.js';
export { type AllianceRoleHeld, Roles } from './identity/role-source.js';
export type { Session } from './identity/session.js';
export { type SessionOpening, Sessions } from './identity/sessions.js';
export { SignIn } from './identity/sign-in.js';
export { codeFits, hashCode, hashToken, newCode, newToken } from './identity/tokens.js';
export { type JobContext, type JobPayload, JobRegistry } from './jobs/job-registry.js';
export { JOB_RUNNER, type JobRunner } from './jobs/job-runner.js';
export { JobStore } from './jobs/job-store.js';
export { createLogger, LOGGER, NestLogger } from './observability/logger.js';
export * from './pages/index.js';
export * from './person-data/index.js';
export { PlatformModule, type PlatformOptions } from './platform.module.js';
export {
  defineList,
  type ListDefinition,
  type ListJson,
  listPage,
  type ListRequest,
  type SortColumn,
} from './read-model/list.js';
export { type Acknowledgement, type Connection, SocketServer } from './realtime/socket-server.js';
export { Runtime } from './runtime.js';
export { KeyRing, type KeySource, rereadAfter, SealError } from './secrets/key-ring.js';
export { keysInUse, type OwnerQuery, type RotatedColumn, rotateKeys } from './secrets/rotate-keys.js';
export { type SealedColumn, SealedColumns } from './secrets/sealed-columns.js';
export { keyFile, keyFolder, readKeyFile, readKeyRing, writeKeyFile } from './secrets/secret-key.js';
export {
  actingPerson,
  type Actor,
  caseOrganisations,
  hasRole,
  INSTALLATION,
  type LinkActor,
  organisationsOf,
  type PersonActor,
  type RoleHeld,
  type SystemActor,
  systemActor,
} from './tenancy/actor.js';
export * from './documents/index.js';
export { EmbeddedPostgresError } from './embedded/embedded-error.js';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/embedded-postgres.js';
export { joinRunning, type RunningInstallation } from './embedded/join-running.js';
export * from './sealing/index.js';
export * from './spreadsheets/index.js';
