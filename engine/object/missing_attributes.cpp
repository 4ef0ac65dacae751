// What types of CPython 3.14 have that ours lack: the error says so, lest it looks like a mistake of the program.
// Found by comparing dir() of the built-in types and the modules' classes in the reference and in the engine.
#include "object/class.hpp"
#include "object/dict.hpp"

namespace ap {
namespace {

// type:name,name;
constexpr std::string_view kMissing =
    "bytearray:resize;"
    "memoryview:c_contiguous,cast,contiguous,count,f_contiguous,index,strides,suboffsets;"
    "OSError:characters_written;"
    "code:co_branches,co_code,co_exceptiontable,co_lines,co_linetable,co_lnotab,co_positions,replace;"
    "frame:f_trace_lines,f_trace_opcodes;"
    "SelectorEventLoop:connect_accepted_socket,connect_read_pipe,connect_write_pipe,create_datagram_endpoint,create_unix_connection,create_unix_server,getaddrinfo,getnameinfo,remove_reader,remove_writer,sendfile,sock_accept,sock_connect,sock_recv,sock_recv_into,sock_recvfrom,sock_recvfrom_into,sock_sendall,sock_sendfile,sock_sendto,start_tls;"
    "date:strptime;"
    "datetime:utctimetuple;"
    "time:dst,max,min,resolution,strptime,tzname;"
    "timezone:max,min;"
    "BytesIO:detach,fileno,readinto,readinto1;"
    "StringIO:detach,fileno,newlines;"
    "TextIOWrapper:buffer,detach,reconfigure;"
    "UnsupportedOperation:characters_written;"
    "Context:Emax,Emin,canonical,capitals,clamp,compare_signal,compare_total,compare_total_mag,copy_abs,copy_decimal,copy_negate,copy_sign,is_canonical,is_finite,is_infinite,is_nan,is_normal,is_qnan,is_signed,is_snan,is_subnormal,is_zero,logb,logical_and,logical_invert,logical_or,logical_xor,max_mag,min_mag,next_minus,next_plus,next_toward,number_class,radix,remainder_near,rotate,same_quantum,scaleb,shift,to_eng_string,to_integral,to_integral_exact;"
    "Decimal:compare_signal,compare_total_mag,logical_and,logical_invert,logical_or,logical_xor,max_mag,min_mag,next_toward,rotate,shift;"
    "EnumDict:member_names;"
    "property:member;"
    "FileHandler:createLock;"
    "Handler:createLock;"
    "LoggerAdapter:getEffectiveLevel,hasHandlers,manager,warn;"
    "Manager:getLogger,setLogRecordFactory,setLoggerClass;"
    "NullHandler:createLock;"
    "StreamHandler:createLock;"
    "Lock:acquire_lock,locked_lock,release_lock;"
    "Thread:setDaemon;"
    "Timer:setDaemon;"
    "Signature:format,from_callable;"
    "FrameSummary:__len__,colno,end_colno,end_lineno;"
    "StackSummary:extract,format_frame_summary,from_list;"
    "WeakKeyDictionary:__or__,copy,keyrefs;"
    "WeakValueDictionary:__or__,copy,itervaluerefs,valuerefs;"
    "finalize:atexit,peek;"
    "Formatter:check_unused_args,convert_field,format_field,get_field,get_value,parse;"
    "Template:braceidpattern,flags,get_identifiers,idpattern,is_valid,pattern;"
    "struct_time:n_fields,n_sequence_fields,n_unnamed_fields,tm_gmtoff,tm_zone;"
    "ParamSpec:__default__,evaluate_default,has_default;"
    "TypeAliasType:evaluate_value;"
    "TypeVar:__default__,evaluate_bound,evaluate_constraints,evaluate_default,has_default;"
    "TypeVarTuple:__default__,evaluate_default,has_default;"
    "TestLoader:discover;";

bool listed(std::string_view type, std::string_view name) {
  for (size_t at = 0; at < kMissing.size();) {
    size_t end = kMissing.find(';', at), colon = kMissing.find(':', at);
    if (kMissing.substr(at, colon - at) == type) {
      std::string_view names = kMissing.substr(colon + 1, end - colon - 1);
      while (!names.empty()) {
        size_t comma = names.find(',');
        if (names.substr(0, comma) == name) return true;
        if (comma == names.npos) return false;
        names.remove_prefix(comma + 1);
      }
      return false;
    }
    at = end + 1;
  }
  return false;
}

bool is_of_program(Type* t) {
  Ref<Str> key = intern("__module__");
  Value module = t->dict ? dict_get_name(t->dict, key.get()) : Value();
  return is_kind(module, Kind::Str) && equal(module.as<Str>(), "__main__");
}

}  // namespace

bool is_missing_attribute(Value object, Str* name) {
  Type* t = is_kind(object, Kind::Type) ? object.as<Type>() : type_of(object);
  std::string wanted = to_utf8(name);
  for (uint32_t i = 0; t->mro && i < t->mro->size; ++i) {
    Type* base = (*t->mro)[i].as<Type>();
    if (!is_of_program(base) && listed(to_utf8(base->name), wanted)) return true;
  }
  return false;
}

}  // namespace ap
