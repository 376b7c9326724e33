// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";
import {IDeliberations} from "../IDeliberations.sol";
import {IJurySeats} from "../IJurySeats.sol";
import {FreshJury} from "./Passkeys.t.sol";

/// @dev Whose signature counts, and over what.
contract SignTest is FreshJury {
    bytes32 private opened;

    function setUp() public override {
        super.setUp();
        opened = openUsual();
    }

    function refuseToDecide(bytes memory refusal, IDeliberations.Signature[] memory signatures) private {
        vm.expectRevert(refusal);
        ledger.decide(opened, ROOT, signatures);
        check(ledger.deliberationOf(opened).outcome == IDeliberations.Outcome.Open, "nothing changed");
    }

    function test_a_quorum_decides_whoever_brings_its_signatures() public {
        vm.warp(TODAY + DAY);
        vm.prank(STRANGER);
        ledger.decide(opened, ROOT, two(BRUNO, CHLOE, opened, ROOT));
        IDeliberations.Deliberation memory it = ledger.deliberationOf(opened);
        check(it.outcome == IDeliberations.Outcome.Decided && it.root == ROOT, "what");
        check(it.closedAt == TODAY + DAY && it.signed == 6, "when, and by whom");
    }

    function test_a_quorum_refuses() public {
        ledger.refuse(opened, two(ANNE, CHLOE, opened, 0));
        IDeliberations.Deliberation memory it = ledger.deliberationOf(opened);
        check(it.outcome == IDeliberations.Outcome.Refused && it.root == 0 && it.signed == 5, "for good");
        bytes4 closed = IDeliberations.DeliberationsClosed.selector;
        refuseAfter(abi.encodeWithSelector(closed, opened, IDeliberations.Outcome.Refused));
    }

    function refuseAfter(bytes memory refusal) private {
        IDeliberations.Signature[] memory signatures = two(ANNE, BRUNO, opened, ROOT);
        vm.expectRevert(refusal);
        ledger.decide(opened, ROOT, signatures);
    }

    function test_refuses_fewer_than_the_quorum() public {
        IDeliberations.Signature[] memory one = new IDeliberations.Signature[](1);
        one[0] = signs(ANNE, opened, RESULTS, ROOT);
        bytes4 missing = IDeliberations.DeliberationsQuorumMissing.selector;
        refuseToDecide(abi.encodeWithSelector(missing, opened, 1, 2), one);
        refuseToDecide(abi.encodeWithSelector(missing, opened, 0, 2), new IDeliberations.Signature[](0));
    }

    function test_refuses_a_stranger() public {
        bytes4 stranger = IDeliberations.DeliberationsStranger.selector;
        refuseToDecide(
            abi.encodeWithSelector(stranger, opened, memberOf(NOBODY)), two(ANNE, NOBODY, opened, ROOT)
        );
        refuseToDecide(abi.encodeWithSelector(stranger, opened, memberOf(DAVID)), two(ANNE, DAVID, opened, ROOT));
    }

    function test_refuses_who_was_replaced() public {
        vm.prank(ACADEMY);
        ledger.replace(opened, memberOf(CHLOE), memberOf(DAVID));
        refuseToDecide(
            abi.encodeWithSelector(IDeliberations.DeliberationsStranger.selector, opened, memberOf(CHLOE)),
            two(ANNE, CHLOE, opened, ROOT)
        );
    }

    function test_refuses_the_same_member_twice() public {
        refuseToDecide(
            abi.encodeWithSelector(IDeliberations.DeliberationsCountedTwice.selector, opened, memberOf(ANNE)),
            two(ANNE, ANNE, opened, ROOT)
        );
    }

    function test_refuses_who_may_no_longer_sit() public {
        endSeat(BRUNO, TODAY + DAY);
        vm.warp(TODAY + DAY);
        bytes4 unseated = IJurySeats.JurySeatsNotSeated.selector;
        refuseToDecide(
            abi.encodeWithSelector(unseated, ACADEMY, memberOf(BRUNO)), two(ANNE, BRUNO, opened, ROOT)
        );
        ledger.decide(opened, ROOT, two(ANNE, CHLOE, opened, ROOT));
    }

    function test_refuses_signatures_of_another_deliberation() public {
        bytes32 other = openFor(ACADEMY, keccak256("another"), RESULTS);
        refuseToDecide(
            abi.encodeWithSelector(IDeliberations.DeliberationsReplayed.selector, opened, other),
            two(ANNE, BRUNO, other, ROOT)
        );
        // Said to be of this one, but made in the other.
        IDeliberations.Signature[] memory disguised = two(ANNE, BRUNO, other, ROOT);
        disguised[0].deliberation = disguised[1].deliberation = opened;
        refuseToDecide(invalid(ANNE), disguised);
    }

    function test_refuses_signatures_over_other_results() public {
        IDeliberations.Signature memory anne = signs(ANNE, opened, OTHER_RESULTS, ROOT);
        bytes4 differ = IDeliberations.DeliberationsOtherResults.selector;
        IDeliberations.Signature memory bruno = signs(BRUNO, opened, RESULTS, ROOT);
        refuseToDecide(abi.encodeWithSelector(differ, RESULTS, OTHER_RESULTS), both(bruno, anne));
        anne.results = RESULTS;
        refuseToDecide(invalid(ANNE), both(bruno, anne));
    }

    function test_refuses_signatures_over_another_root_or_over_a_refusal() public {
        bytes32 other = keccak256("other root");
        bytes4 differ = IDeliberations.DeliberationsOtherRoot.selector;
        refuseToDecide(abi.encodeWithSelector(differ, ROOT, other), two(ANNE, BRUNO, opened, other));
        refuseToDecide(abi.encodeWithSelector(differ, ROOT, bytes32(0)), two(ANNE, BRUNO, opened, 0));
        IDeliberations.Signature[] memory disguised = two(ANNE, BRUNO, opened, 0);
        disguised[0].root = disguised[1].root = ROOT;
        refuseToDecide(invalid(ANNE), disguised);
        IDeliberations.Signature[] memory agreed = two(ANNE, BRUNO, opened, ROOT);
        vm.expectRevert(abi.encodeWithSelector(differ, bytes32(0), ROOT));
        ledger.refuse(opened, agreed);
    }

    function test_refuses_signatures_made_for_another_chain() public {
        IDeliberations.Signature[] memory signatures = two(ANNE, BRUNO, opened, ROOT);
        vm.chainId(1);
        refuseToDecide(invalid(ANNE), signatures);
    }

    function test_refuses_an_assertion_without_the_person_verified_or_present() public {
        bytes32 challenge = ledger.challengeOf(opened, RESULTS, ROOT);
        for (uint8 flags = 0; flags < 5; flags++) {
            IDeliberations.Signature memory anne = signs(ANNE, opened, RESULTS, ROOT);
            anne.assertion = assertion(ANNE, challenge, bytes1(flags));
            refuseToDecide(invalid(ANNE), both(anne, signs(BRUNO, opened, RESULTS, ROOT)));
        }
    }

    function test_refuses_the_higher_s_which_would_be_a_second_form_of_one_signature() public {
        IDeliberations.Signature[] memory signatures = two(ANNE, BRUNO, opened, ROOT);
        signatures[0].assertion.s = bytes32(P256.N - uint256(signatures[0].assertion.s));
        refuseToDecide(invalid(ANNE), signatures);
    }

    function test_refuses_the_root_zero_an_unknown_deliberation_and_one_decided() public {
        IDeliberations.Signature[] memory signatures = two(ANNE, BRUNO, opened, ROOT);
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsDigestInvalid.selector, bytes32(0)));
        ledger.decide(opened, 0, signatures);
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsUnknown.selector, SESSION));
        ledger.decide(SESSION, ROOT, signatures);
        ledger.decide(opened, ROOT, signatures);
        bytes4 closed = IDeliberations.DeliberationsClosed.selector;
        refuseAfter(abi.encodeWithSelector(closed, opened, IDeliberations.Outcome.Decided));
    }

    function testFuzz_one_bit_turned_anywhere_in_an_assertion_spoils_it(uint256 place, uint8 bit) public {
        IDeliberations.Signature[] memory signatures = two(ANNE, BRUNO, opened, ROOT);
        bytes memory client = bytes(signatures[1].assertion.clientDataJSON);
        bytes memory data = signatures[1].assertion.authenticatorData;
        place %= client.length + data.length + 64;
        bytes1 turned = bytes1(uint8(1) << (bit % 8));
        if (place < client.length) client[place] ^= turned;
        else if (place < client.length + data.length) data[place - client.length] ^= turned;
        else turnSignature(signatures[1], place - client.length - data.length, turned);
        refuseToDecide(invalid(BRUNO), signatures);
    }

    function turnSignature(IDeliberations.Signature memory signature, uint256 place, bytes1 turned) private pure {
        bytes32 mask = bytes32(turned) >> (place % 32 * 8);
        if (place < 32) signature.assertion.r ^= mask;
        else signature.assertion.s ^= mask;
    }

    function testFuzz_any_k_of_n_decide_and_fewer_do_not(uint256 size, uint256 asked, uint256 who) public {
        uint256 n = 1 + size % 6;
        uint8 quorum = uint8(1 + asked % n);
        bytes32[] memory members = new bytes32[](n);
        for (uint256 i = 0; i < n; i++) {
            seat(ACADEMY, 100 + i, TODAY, TODAY + DAY);
            members[i] = memberOf(100 + i);
        }
        vm.prank(ACADEMY);
        bytes32 fuzzed = ledger.open(keccak256("fuzzed"), RESULTS, members, quorum);
        IDeliberations.Signature[] memory signatures = signedBy(who % 2 ** n, n, fuzzed);
        if (signatures.length < quorum) {
            bytes4 missing = IDeliberations.DeliberationsQuorumMissing.selector;
            vm.expectRevert(abi.encodeWithSelector(missing, fuzzed, signatures.length, quorum));
        }
        ledger.decide(fuzzed, ROOT, signatures);
        IDeliberations.Deliberation memory it = ledger.deliberationOf(fuzzed);
        check(it.signed == (signatures.length < quorum ? 0 : who % 2 ** n), "exactly those who signed");
    }

    /// @dev The signatures of the members whose bit is set.
    function signedBy(uint256 bits, uint256 n, bytes32 deliberation)
        private
        view
        returns (IDeliberations.Signature[] memory signatures)
    {
        uint256 count = 0;
        for (uint256 i = 0; i < n; i++) count += bits >> i & 1;
        signatures = new IDeliberations.Signature[](count);
        for (uint256 i = n; i > 0; i--) {
            if (bits >> (i - 1) & 1 == 1) signatures[--count] = signs(99 + i, deliberation, RESULTS, ROOT);
        }
    }

    function invalid(uint256 person) private view returns (bytes memory) {
        return abi.encodeWithSelector(
            IDeliberations.DeliberationsSignatureInvalid.selector, opened, memberOf(person)
        );
    }
}
