import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { z } from 'zod';
import { type RouteAccess, routeAccess } from '#libs/platform';
import type { TestApp } from '#libs/testing';

/** One route as the router has it. */
export interface Route {
  /** `GET /api/v1/alliances/:allianceId/partners`, the key of its entry in the table of expectations. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: RouteAccess | undefined;
  /** The schema of its JSON body, when it takes one. */
  readonly body: z.ZodType | undefined;
  /** The schema of its query, when it takes one. */
  readonly query: z.ZodType | undefined;
  /** The schemas of what its address names, as far as it checks them. */
  readonly params: ReadonlyMap<string, z.ZodType>;
}

interface ArgumentMetadata {
  readonly schema?: unknown;
  readonly data?: unknown;
}

/** Nest's numbers for the kinds of arguments of a handler. */
const argumentKinds = { body: 3, query: 4, param: 5 } as const;

/** The schemas of a handler's arguments of one kind, by the name they are taken under (`''`: the whole of it). */
function schemasOf(
  controller: object,
  handler: string,
  kind: keyof typeof argumentKinds,
): Map<string, z.ZodType> {
  const args = (Reflect.getMetadata('__routeArguments__', controller.constructor, handler) ?? {}) as Record<
    string,
    ArgumentMetadata
  >;
  return new Map(
    Object.entries(args).flatMap(([key, { schema, data }]) =>
      key.startsWith(`${String(argumentKinds[kind])}:`) && schema instanceof z.ZodType
        ? [[typeof data === 'string' ? data : '', schema]]
        : [],
    ),
  );
}

function join(...parts: readonly string[]): string {
  return (
    '/' +
    parts
      .flatMap((part) => part.split('/'))
      .filter((part) => part !== '')
      .join('/')
  );
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata('path', target) as string | string[] | undefined;
  return path === undefined ? [''] : Array.isArray(path) ? path : [path];
}

/** Every route of the application, from its own router. */
export function routesOf(app: TestApp): Route[] {
  const discovery = new DiscoveryService(app.get(ModulesContainer));
  const reflector = new Reflector();
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ instance, metatype }) => {
    if (typeof instance !== 'object' || instance === null || metatype === null) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
    return scanner.getAllMethodNames(prototype).flatMap((handler) => {
      const method = prototype[handler];
      if (typeof method !== 'function' || Reflect.getMetadata('path', method) === undefined) return [];
      const verb = RequestMethod[Reflect.getMetadata('method', method) as number] ?? 'ALL';
      return pathsOf(metatype as object).flatMap((base) =>
        pathsOf(method).map((path) => ({
          name: `${verb} ${join(base, path)}`,
          method: verb,
          path: join(base, path),
          access: reflector.get<RouteAccess | undefined>(routeAccess, method as never),
          body: schemasOf(instance as object, handler, 'body').get(''),
          query: schemasOf(instance as object, handler, 'query').get(''),
          params: schemasOf(instance as object, handler, 'param'),
        })),
      );
    });
  });
}
