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
}

interface ArgumentMetadata {
  readonly schema?: unknown;
  readonly data?: unknown;
}

const bodyArgument = 3;

function bodySchema(controller: object, handler: string): z.ZodType | undefined {
  const type = controller.constructor;
  const args = (Reflect.getMetadata('__routeArguments__', type, handler) ?? {}) as Record<
    string,
    ArgumentMetadata
  >;
  const body = Object.entries(args).find(([key]) => key.startsWith(`${String(bodyArgument)}:`))?.[1];
  return body?.schema instanceof z.ZodType ? body.schema : undefined;
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
          body: bodySchema(instance as object, handler),
        })),
      );
    });
  });
}
