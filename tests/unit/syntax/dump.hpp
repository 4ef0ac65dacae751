// A tree as text, to compare with what record/reference.py makes of CPython's.
#pragma once

#include <cstdio>
#include <cstring>
#include <string>
#include <utility>

#include "syntax/ast.hpp"

namespace ap::syntax {

class Dump {
 public:
  static std::string of(const Module& module) {
    Dump dump;
    dump.body(module.body);
    return std::move(dump.out_);
  }

 private:
  void text(std::string_view part) { out_ += part; }
  void name(Identifier id) { out_ += id.empty() ? std::string_view("-") : id; }
  void space() { out_ += ' '; }
  void hex(std::string_view bytes) {
    for (unsigned char c : bytes) {
      out_ += "0123456789abcdef"[c >> 4];
      out_ += "0123456789abcdef"[c & 15];
    }
  }
  void range(const Range& r) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "@%u:%u-%u:%u", r.line, r.col, r.end_line, r.end_col);
    out_ += buffer;
  }
  template <class T, class F>
  void list(const List<T>& items, F one) {
    out_ += '[';
    bool first = true;
    for (const auto& item : items) {
      if (!first) space();
      first = false;
      one(item);
    }
    out_ += ']';
  }
  void exprs(const List<Expr*>& items) {
    list(items, [this](const Expr* e) { expr(e); });
  }
  void names(const List<Identifier>& items) {
    list(items, [this](Identifier id) { name(id); });
  }
  void body(const Body& items) {
    list(items, [this](const Stmt* s) { stmt(s); });
  }
  void ctx(ExprContext c) { text(c == ExprContext::Load ? "L" : c == ExprContext::Store ? "S" : "D"); }

  void arg(const Arg* a) {
    if (a == nullptr) return text("-");
    text("(arg ");
    name(a->arg);
    space();
    expr(a->annotation);
    range(a->range);
    text(")");
  }
  void args(const Arguments& a) {
    const auto each = [this](const Arg* one) { arg(one); };
    text("(args ");
    list(a.posonlyargs, each);
    list(a.args, each);
    arg(a.vararg);
    list(a.kwonlyargs, each);
    exprs(a.kw_defaults);
    arg(a.kwarg);
    exprs(a.defaults);
    text(")");
  }
  void keywords(const List<Keyword*>& items) {
    list(items, [this](const Keyword* k) {
      text("(kw ");
      name(k->arg);
      space();
      expr(k->value);
      range(k->range);
      text(")");
    });
  }
  void generators(const List<Comprehension*>& items) {
    list(items, [this](const Comprehension* c) {
      text(c->is_async ? "(async " : "(for ");
      expr(c->target);
      expr(c->iter);
      exprs(c->ifs);
      text(")");
    });
  }
  void type_params(const List<TypeParam*>& items) {
    list(items, [this](const TypeParam* p) {
      text(p->kind == TypeParamKind::TypeVar ? "(T " : p->kind == TypeParamKind::ParamSpec ? "(P " : "(Ts ");
      name(p->name);
      space();
      expr(p->bound);
      expr(p->default_value);
      range(p->range);
      text(")");
    });
  }
  void constant(ConstantKind kind) {
    text(kind == ConstantKind::None ? "None" : kind == ConstantKind::True ? "True" : kind == ConstantKind::False ? "False" : "...");
  }
  void constant(const Constant& c) {
    char buffer[64];
    switch (c.type) {
      case ConstantKind::Int:
        std::snprintf(buffer, sizeof buffer, "i%lld", static_cast<long long>(c.integer));
        return text(buffer);
      case ConstantKind::BigInt:
        std::snprintf(buffer, sizeof buffer, "I%d:", c.base);
        text(buffer);
        return text(c.text);
      case ConstantKind::Float:
      case ConstantKind::Imaginary: {
        unsigned long long bits;
        std::memcpy(&bits, &c.real, 8);
        std::snprintf(buffer, sizeof buffer, "%c%016llx", c.type == ConstantKind::Float ? 'f' : 'j', bits);
        return text(buffer);
      }
      case ConstantKind::Str: text("s"); return hex(c.text);
      case ConstantKind::Bytes: text("b"); return hex(c.text);
      default: return constant(c.type);
    }
  }

  void expr(const Expr* e) {
    static const char* const kNames[] = {"BoolOp",  "NamedExpr", "BinOp",     "UnaryOp",   "Lambda",   "IfExp",       "Dict",
                                         "Set",     "ListComp",  "SetComp",   "DictComp",  "GenExp",   "Await",       "Yield",
                                         "YieldFrom", "Compare", "Call",      "FormattedValue", "JoinedStr", "Constant", "Attribute",
                                         "Subscript", "Starred", "Name",      "List",      "Tuple",    "Slice"};
    static const char* const kBinary[] = {"+", "-", "*", "@", "/", "%", "**", "<<", ">>", "|", "^", "&", "//"};
    static const char* const kUnary[] = {"~", "not", "+", "-"};
    static const char* const kCompare[] = {"==", "!=", "<", "<=", ">", ">=", "is", "isnot", "in", "notin"};
    if (e == nullptr) return text("-");
    text("(");
    text(kNames[unsigned(e->kind)]);
    space();
    switch (e->kind) {
      case ExprKind::BoolOp:
        text(as<BoolOp>(e)->op == BoolOperator::And ? "and" : "or");
        exprs(as<BoolOp>(e)->values);
        break;
      case ExprKind::NamedExpr: expr(as<NamedExpr>(e)->target); expr(as<NamedExpr>(e)->value); break;
      case ExprKind::BinOp:
        expr(as<BinOp>(e)->left);
        text(kBinary[unsigned(as<BinOp>(e)->op)]);
        expr(as<BinOp>(e)->right);
        break;
      case ExprKind::UnaryOp: text(kUnary[unsigned(as<UnaryOp>(e)->op)]); expr(as<UnaryOp>(e)->operand); break;
      case ExprKind::Lambda: args(*as<Lambda>(e)->args); expr(as<Lambda>(e)->body); break;
      case ExprKind::IfExp: expr(as<IfExp>(e)->test); expr(as<IfExp>(e)->body); expr(as<IfExp>(e)->orelse); break;
      case ExprKind::Dict: exprs(as<Dict>(e)->keys); exprs(as<Dict>(e)->values); break;
      case ExprKind::Set: exprs(as<Set>(e)->elts); break;
      case ExprKind::ListComp: expr(as<ListComp>(e)->elt); generators(as<ListComp>(e)->generators); break;
      case ExprKind::SetComp: expr(as<SetComp>(e)->elt); generators(as<SetComp>(e)->generators); break;
      case ExprKind::DictComp:
        expr(as<DictComp>(e)->key);
        expr(as<DictComp>(e)->value);
        generators(as<DictComp>(e)->generators);
        break;
      case ExprKind::GeneratorExp:
        expr(as<GeneratorExp>(e)->elt);
        generators(as<GeneratorExp>(e)->generators);
        break;
      case ExprKind::Await: expr(as<Await>(e)->value); break;
      case ExprKind::Yield: expr(as<Yield>(e)->value); break;
      case ExprKind::YieldFrom: expr(as<YieldFrom>(e)->value); break;
      case ExprKind::Compare:
        expr(as<Compare>(e)->left);
        list(as<Compare>(e)->ops, [this](CompareOperator op) { text(kCompare[unsigned(op)]); });
        exprs(as<Compare>(e)->comparators);
        break;
      case ExprKind::Call: expr(as<Call>(e)->func); exprs(as<Call>(e)->args); keywords(as<Call>(e)->keywords); break;
      case ExprKind::FormattedValue: {
        const auto* f = as<FormattedValue>(e);
        expr(f->value);
        out_ += f->conversion == 0 ? '-' : f->conversion;
        expr(f->format_spec);
        break;
      }
      case ExprKind::JoinedStr: exprs(as<JoinedStr>(e)->values); break;
      case ExprKind::Constant: constant(*as<Constant>(e)); break;
      case ExprKind::Attribute:
        expr(as<Attribute>(e)->value);
        name(as<Attribute>(e)->attr);
        space();
        ctx(as<Attribute>(e)->ctx);
        break;
      case ExprKind::Subscript:
        expr(as<Subscript>(e)->value);
        expr(as<Subscript>(e)->slice);
        ctx(as<Subscript>(e)->ctx);
        break;
      case ExprKind::Starred: expr(as<Starred>(e)->value); ctx(as<Starred>(e)->ctx); break;
      case ExprKind::Name: name(as<Name>(e)->id); space(); ctx(as<Name>(e)->ctx); break;
      case ExprKind::List: exprs(as<ListExpr>(e)->elts); ctx(as<ListExpr>(e)->ctx); break;
      case ExprKind::Tuple: exprs(as<Tuple>(e)->elts); ctx(as<Tuple>(e)->ctx); break;
      case ExprKind::Slice: expr(as<Slice>(e)->lower); expr(as<Slice>(e)->upper); expr(as<Slice>(e)->step); break;
    }
    range(e->range);
    text(")");
  }

  void pattern(const Pattern* p) {
    static const char* const kNames[] = {"MatchValue", "MatchSingleton", "MatchSequence", "MatchMapping",
                                         "MatchClass", "MatchStar",      "MatchAs",       "MatchOr"};
    if (p == nullptr) return text("-");
    const auto each = [this](const Pattern* one) { pattern(one); };
    text("(");
    text(kNames[unsigned(p->kind)]);
    space();
    switch (p->kind) {
      case PatternKind::MatchValue: expr(as<MatchValue>(p)->value); break;
      case PatternKind::MatchSingleton: constant(as<MatchSingleton>(p)->value); break;
      case PatternKind::MatchSequence: list(as<MatchSequence>(p)->patterns, each); break;
      case PatternKind::MatchMapping:
        exprs(as<MatchMapping>(p)->keys);
        list(as<MatchMapping>(p)->patterns, each);
        name(as<MatchMapping>(p)->rest);
        break;
      case PatternKind::MatchClass:
        expr(as<MatchClass>(p)->cls);
        list(as<MatchClass>(p)->patterns, each);
        names(as<MatchClass>(p)->kwd_attrs);
        list(as<MatchClass>(p)->kwd_patterns, each);
        break;
      case PatternKind::MatchStar: name(as<MatchStar>(p)->name); break;
      case PatternKind::MatchAs: pattern(as<MatchAs>(p)->pattern); name(as<MatchAs>(p)->name); break;
      case PatternKind::MatchOr: list(as<MatchOr>(p)->patterns, each); break;
    }
    range(p->range);
    text(")");
  }

  void aliases(const List<Alias*>& items) {
    list(items, [this](const Alias* a) {
      text("(alias ");
      name(a->name);
      space();
      name(a->asname);
      range(a->range);
      text(")");
    });
  }

  void stmt(const Stmt* s) {
    static const char* const kNames[] = {"FunctionDef", "ClassDef", "Return", "Delete", "Assign", "TypeAlias", "AugAssign", "AnnAssign",
                                         "For", "While", "If", "With", "Match", "Raise", "Try", "Assert", "Import", "ImportFrom",
                                         "Global", "Nonlocal", "Expr", "Pass", "Break", "Continue"};
    static const char* const kBinary[] = {"+", "-", "*", "@", "/", "%", "**", "<<", ">>", "|", "^", "&", "//"};
    text("(");
    text(kNames[unsigned(s->kind)]);
    space();
    switch (s->kind) {
      case StmtKind::FunctionDef: {
        const auto* f = as<FunctionDef>(s);
        text(f->is_async ? "async " : "def ");
        name(f->name);
        args(*f->args);
        body(f->body);
        exprs(f->decorator_list);
        expr(f->returns);
        type_params(f->type_params);
        break;
      }
      case StmtKind::ClassDef: {
        const auto* c = as<ClassDef>(s);
        name(c->name);
        exprs(c->bases);
        keywords(c->keywords);
        body(c->body);
        exprs(c->decorator_list);
        type_params(c->type_params);
        break;
      }
      case StmtKind::Return: expr(as<Return>(s)->value); break;
      case StmtKind::Delete: exprs(as<Delete>(s)->targets); break;
      case StmtKind::Assign: exprs(as<Assign>(s)->targets); expr(as<Assign>(s)->value); break;
      case StmtKind::TypeAlias:
        expr(as<TypeAlias>(s)->name);
        type_params(as<TypeAlias>(s)->type_params);
        expr(as<TypeAlias>(s)->value);
        break;
      case StmtKind::AugAssign:
        expr(as<AugAssign>(s)->target);
        text(kBinary[unsigned(as<AugAssign>(s)->op)]);
        expr(as<AugAssign>(s)->value);
        break;
      case StmtKind::AnnAssign:
        expr(as<AnnAssign>(s)->target);
        expr(as<AnnAssign>(s)->annotation);
        expr(as<AnnAssign>(s)->value);
        text(as<AnnAssign>(s)->simple ? "1" : "0");
        break;
      case StmtKind::For:
        text(as<For>(s)->is_async ? "async " : "for ");
        expr(as<For>(s)->target);
        expr(as<For>(s)->iter);
        body(as<For>(s)->body);
        body(as<For>(s)->orelse);
        break;
      case StmtKind::While: expr(as<While>(s)->test); body(as<While>(s)->body); body(as<While>(s)->orelse); break;
      case StmtKind::If: expr(as<If>(s)->test); body(as<If>(s)->body); body(as<If>(s)->orelse); break;
      case StmtKind::With:
        text(as<With>(s)->is_async ? "async " : "with ");
        list(as<With>(s)->items, [this](const WithItem* item) {
          text("(item ");
          expr(item->context_expr);
          expr(item->optional_vars);
          text(")");
        });
        body(as<With>(s)->body);
        break;
      case StmtKind::Match:
        expr(as<Match>(s)->subject);
        list(as<Match>(s)->cases, [this](const MatchCase* c) {
          text("(case ");
          pattern(c->pattern);
          expr(c->guard);
          body(c->body);
          text(")");
        });
        break;
      case StmtKind::Raise: expr(as<Raise>(s)->exc); expr(as<Raise>(s)->cause); break;
      case StmtKind::Try:
        text(as<Try>(s)->is_star ? "star " : "try ");
        body(as<Try>(s)->body);
        list(as<Try>(s)->handlers, [this](const ExceptHandler* h) {
          text("(except ");
          expr(h->type);
          name(h->name);
          body(h->body);
          range(h->range);
          text(")");
        });
        body(as<Try>(s)->orelse);
        body(as<Try>(s)->finalbody);
        break;
      case StmtKind::Assert: expr(as<Assert>(s)->test); expr(as<Assert>(s)->msg); break;
      case StmtKind::Import: aliases(as<Import>(s)->names); break;
      case StmtKind::ImportFrom:
        name(as<ImportFrom>(s)->module);
        aliases(as<ImportFrom>(s)->names);
        text(std::to_string(as<ImportFrom>(s)->level));
        break;
      case StmtKind::Global: names(as<Global>(s)->names); break;
      case StmtKind::Nonlocal: names(as<Nonlocal>(s)->names); break;
      case StmtKind::ExprStmt: expr(as<ExprStmt>(s)->value); break;
      case StmtKind::Pass:
      case StmtKind::Break:
      case StmtKind::Continue: break;
    }
    range(s->range);
    text(")");
  }

  std::string out_;
};

}  // namespace ap::syntax
