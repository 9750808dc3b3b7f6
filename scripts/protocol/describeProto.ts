import protobuf from 'protobufjs';
import {
  DescriptorProto,
  EnumDescriptorProto,
  FieldDescriptorProto,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FileDescriptorProto,
  ServiceDescriptorProto,
} from 'ts-proto-descriptors';

/** The scalar types that our .proto files use. */
const scalars: Readonly<Record<string, FieldDescriptorProto_Type>> = {
  bool: FieldDescriptorProto_Type.TYPE_BOOL,
  bytes: FieldDescriptorProto_Type.TYPE_BYTES,
  double: FieldDescriptorProto_Type.TYPE_DOUBLE,
  fixed64: FieldDescriptorProto_Type.TYPE_FIXED64,
  int32: FieldDescriptorProto_Type.TYPE_INT32,
  int64: FieldDescriptorProto_Type.TYPE_INT64,
  sfixed64: FieldDescriptorProto_Type.TYPE_SFIXED64,
  string: FieldDescriptorProto_Type.TYPE_STRING,
  uint32: FieldDescriptorProto_Type.TYPE_UINT32,
};

/** The writer of descriptors takes index 0 for none, so the groups of a message are counted from 1. */
const unusedGroup = { name: '_none' };

/** Parses one .proto file (proto3, one package, no imports) into the descriptor that plugins of protoc are given. */
export function describeProto(name: string, source: string): FileDescriptorProto {
  const parsed = protobuf.parse(source, { keepCase: true });
  const packageName = parsed.package ?? '';
  const scope = parsed.root.resolveAll().lookup(packageName);
  if (!(scope instanceof protobuf.Namespace)) {
    throw new Error(`${name} declares no package`);
  }
  const found = scope.nestedArray;
  return FileDescriptorProto.fromPartial({
    name,
    package: packageName,
    syntax: 'proto3',
    messageType: found.filter((entry) => entry instanceof protobuf.Type).map(describeMessage),
    enumType: found.filter((entry) => entry instanceof protobuf.Enum).map(describeEnum),
    service: found.filter((entry) => entry instanceof protobuf.Service).map(describeService),
  });
}

function describeMessage(type: protobuf.Type): DescriptorProto {
  const inner = type.nestedArray;
  const maps = type.fieldsArray.filter((field) => field instanceof protobuf.MapField);
  return DescriptorProto.fromPartial({
    name: type.name,
    field: type.fieldsArray.map((field) => describeField(type, field)),
    nestedType: [
      ...inner.filter((entry) => entry instanceof protobuf.Type).map(describeMessage),
      ...maps.map(describeMapEntry),
    ],
    enumType: inner.filter((entry) => entry instanceof protobuf.Enum).map(describeEnum),
    oneofDecl: [unusedGroup, ...type.oneofsArray.map(({ name }) => ({ name }))],
  });
}

function describeField(parent: protobuf.Type, field: protobuf.Field): FieldDescriptorProto {
  if (field instanceof protobuf.MapField) {
    return FieldDescriptorProto.fromPartial({
      name: field.name,
      number: field.id,
      label: FieldDescriptorProto_Label.LABEL_REPEATED,
      type: FieldDescriptorProto_Type.TYPE_MESSAGE,
      typeName: `${parent.fullName}.${entryName(field.name)}`,
    });
  }
  return FieldDescriptorProto.fromPartial({
    name: field.name,
    number: field.id,
    label: field.repeated ? FieldDescriptorProto_Label.LABEL_REPEATED : FieldDescriptorProto_Label.LABEL_OPTIONAL,
    ...typeOf(field),
    ...oneofOf(parent, field),
  });
}

/** An `optional` field is, in descriptors, the only one of a group that exists for it alone. */
function oneofOf(parent: protobuf.Type, field: protobuf.Field): { oneofIndex?: number; proto3Optional?: boolean } {
  const group = field.partOf;
  if (!group) {
    return {};
  }
  return { oneofIndex: parent.oneofsArray.indexOf(group) + 1, proto3Optional: group.isProto3Optional };
}

/** A map is, on the wire, a repeated message of key and value. */
function describeMapEntry(field: protobuf.MapField): DescriptorProto {
  const label = FieldDescriptorProto_Label.LABEL_OPTIONAL;
  const keyType = scalars[field.keyType];
  if (keyType === undefined) {
    throw new Error(`add the scalar type ${field.keyType} to describeProto`);
  }
  return DescriptorProto.fromPartial({
    name: entryName(field.name),
    field: [
      { name: 'key', number: 1, label, type: keyType },
      { name: 'value', number: 2, label, ...typeOf(field) },
    ],
    options: { mapEntry: true },
  });
}

function entryName(fieldName: string): string {
  const camel = fieldName.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `${camel.charAt(0).toUpperCase()}${camel.slice(1)}Entry`;
}

function typeOf(field: Pick<protobuf.FieldBase, 'type' | 'resolvedType'>): {
  type: FieldDescriptorProto_Type;
  typeName?: string;
} {
  const resolved = field.resolvedType;
  if (resolved) {
    const type =
      resolved instanceof protobuf.Enum ? FieldDescriptorProto_Type.TYPE_ENUM : FieldDescriptorProto_Type.TYPE_MESSAGE;
    return { type, typeName: resolved.fullName };
  }
  const type = scalars[field.type];
  if (type === undefined) {
    throw new Error(`add the scalar type ${field.type} to describeProto`);
  }
  return { type };
}

function describeEnum(enumeration: protobuf.Enum): EnumDescriptorProto {
  return EnumDescriptorProto.fromPartial({
    name: enumeration.name,
    value: Object.entries(enumeration.values).map(([name, number]) => ({ name, number })),
  });
}

function describeService(service: protobuf.Service): ServiceDescriptorProto {
  return ServiceDescriptorProto.fromPartial({
    name: service.name,
    method: service.methodsArray.map((method) => ({
      name: method.name,
      inputType: method.resolvedRequestType?.fullName ?? '',
      outputType: method.resolvedResponseType?.fullName ?? '',
      clientStreaming: method.requestStream === true,
      serverStreaming: method.responseStream === true,
    })),
  });
}
